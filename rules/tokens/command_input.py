"""A credential that is fed to a command: through its input, or in its environment."""

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import PLACED, TokenRule

_PASSWORD = made_up("base62", 14, 41)
_WORD = "centipede"
_TOKEN = made_up("base62", 40, 42)
_WHY = "It stands in the source, in shell histories, and in the list of processes while it runs."
_ADVICE = (
    "Change it where it is used.",
    "Let the command read it from a file that only its user can read, or set the variable outside "
    "of the source.",
)
_REFERENCES = ("https://cwe.mitre.org/data/definitions/214.html",)

_STORES = r"""
    (?: gh | docker | podman ) \s{1,3} secret \s{1,3} (?: set | create ) | pass \s{1,3} insert
      | gcloud \s{1,3} (?: beta \s{1,3} )? secrets | vault \s{1,3} (?: kv \s{1,3} put | write )
      | (?: npx \s{1,3} )? (?: wrangler \s{1,3} secret \s{1,3} put | vercel \s{1,3} env )
      | fly (?: ctl )? \s{1,3} secrets
"""
"""What puts its input into a secret store."""

FED = TokenRule(
    id="command-input",
    title="Password that is fed to a command",
    why=_WHY,
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    rank=PLACED,
    role=Role.PASSWORD,
    pattern=rf"""
        \b (?: echo | printf ) \s{{1,3}} (?: -[ne]{{1,2}} \s{{1,3}} )? \\? ["']?
        (?: [\w.\-]{{1,40}} : )? (?P<secret> [^\s"'`;|&<>()\\$:] [^\s"'`;|&<>()\\:]{{3,128}} )
        (?: \\n )? \\? ["']? \s{{0,3}} [|] \s{{0,3}} (?: sudo \s{{1,3}} )?
        (?: -k?S | sudo \s [^\n|;]{{0,40}}? -k?S | chpasswd | passwd | kinit | cryptsetup
          | {_STORES}
          | [\w./\-]{{1,40}} \s [^\n|;]{{0,120}}? --pass (?: word | phrase ) - (?: stdin | fd ) ) \b
    """,
    shape=Shape.PASSWORD,
    word_behind="",
    advice=_ADVICE,
    references=_REFERENCES,
    invalid=(
        f"echo '{_PASSWORD}' | sudo -S reboot",
        f"echo 'bot:{_PASSWORD}' | sudo chpasswd",
        f"echo 'root:{_WORD}' | chpasswd",
        f"echo '{_PASSWORD}' | kinit bot@GARDEN.ORG",
        f"echo {_PASSWORD} | docker login -u bot --password-stdin registry.internal",
        f"echo -n {_TOKEN} | gh secret set API_TOKEN --repo garden/bot",
        f'printf "{_TOKEN}" | gcloud secrets create token --data-file=-',
        f"echo {_TOKEN} | npx wrangler secret put API_TOKEN",
        f"echo '{_PASSWORD}' | vault kv put secret/db password=-",
    ),
    valid=(
        "echo $TOKEN | gh secret set API_TOKEN",
        "echo your-token | gh secret set API_TOKEN",
        "echo $PASSWORD | sudo -S reboot",
        "echo password | sudo -S reboot",
        "echo 'hello' | sudo tee /etc/motd",
    ),
)

HERE_STRING = TokenRule(
    id="command-here-string",
    title="Password that is fed to a command",
    why="It stands in the source, and in shell histories.",
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    rank=PLACED,
    role=Role.PASSWORD,
    pattern=rf"""
        \b (?: kinit | chpasswd | passwd | smbpasswd | cryptsetup | sudo [^\n|;<]{{0,40}}? -k?S
          | {_STORES}
          | [\w./\-]{{1,40}} \s [^\n|;<]{{0,120}}? --pass (?: word | phrase ) - (?: stdin | fd ) )
        \b [^\n|;<]{{0,120}}? <<< [ ]? ["']? (?: [\w.\-]{{1,40}} : )?
        (?P<secret> [^\s"'`;|&<>()\\$:] [^\s"'`;|&<>()\\:]{{3,128}} ) (?: $ | [\s"';)] )
    """,
    shape=Shape.PASSWORD,
    word_behind="",
    advice=_ADVICE,
    references=("https://www.gnu.org/software/bash/manual/bash.html#Here-Strings",),
    invalid=(
        f"kinit bot@GARDEN.ORG <<< '{_PASSWORD}'",
        f'chpasswd <<< "bot:{_PASSWORD}"',
        f"docker login -u bot --password-stdin registry.internal <<< {_PASSWORD}",
        f'gh secret set API_TOKEN <<< "{_TOKEN}"',
    ),
    valid=(
        'kinit bot@GARDEN.ORG <<< "$PASSWORD"',
        'chpasswd <<< "bot:${PASSWORD}"',
        "kinit bot <<< password",
    ),
)

VARIABLE = TokenRule(
    id="command-variable",
    title="Credential in a variable that is given to a command",
    why=_WHY,
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    rank=PLACED,
    role=Role.PASSWORD,
    pattern=r"""
        (?: (?: (?: -e | --env | --build-arg ) [ "',=]{1,4}
              | \b (?: setx? | env ) [ ]{1,3} )
            (?: [A-Z0-9] [A-Z0-9_]{0,40} )?
            (?: PASSWORD | PASSWD | PASSPHRASE | _PASS | _PWD | SECRET | TOKEN | API_?KEY
              | ACCESS_KEY | SECRET_KEY | PRIVATE_KEY ) =
          | \b (?: PGPASSWORD | MYSQL_PWD | SSHPASS | REDISCLI_AUTH | RESTIC_PASSWORD
              | VAULT_TOKEN ) =
          | --from-literal [ =] ["']? [\w.\-]{0,40}
            (?i: password | passwd | pwd | secret | token | api [_\-]? key | private [_\-]? key ) =
          | \b aws \s{1,3} configure \s{1,3} set \s{1,3} [\w.]{0,40}
              (?: secret_access_key | session_token ) \s{1,3} )
        \\? ["']?
        (?P<secret> [^\s"'`;|&<>()\\$] [^\s"'`;|&<>()\\]{3,300} ) (?: $ | [\s"'`;|&)\\] )
    """,
    shape=Shape.PASSWORD,
    advice=_ADVICE,
    references=_REFERENCES,
    invalid=(
        f"docker run -d -e POSTGRES_PASSWORD={_PASSWORD} postgres",
        f'run(["docker", "run", "-e", "POSTGRES_PASSWORD={_PASSWORD}", "postgres"])',
        f"env SERVICE_TOKEN={_TOKEN} ./run",
        f"PGPASSWORD={_PASSWORD} pg_dump -h db trades",
        f"kubectl create secret generic db --from-literal=password={_PASSWORD}",
        f"aws configure set aws_session_token {_TOKEN} --profile bot",
    ),
    valid=(
        "docker run -d -e POSTGRES_PASSWORD=postgres postgres",
        "docker run -d -e POSTGRES_PASSWORD postgres",
        "env SERVICE_TOKEN=$TOKEN ./run",
        "PGPASSWORD=$PASSWORD pg_dump -h db trades",
        "kubectl create secret generic db --from-literal=password=",
        "docker run -d -e POSTGRES_PASSWORD=my-secret-pw postgres",
    ),
)
