"""Keys and passwords among the arguments of calls whose names say what they take, in other
languages than Python."""

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import PLACED, Example, TokenRule
from leakguard.values.passwords import is_plain_password

_ID, _SECRET = made_up("base62", 20, 1821), made_up("base62", 40, 1822)
_PASSWORD = made_up("base62", 14, 1823)
_KEEP = "Keep the new one in the environment or a secret store, and read it from there."

KEY_AND_SECRET = TokenRule(
    id="credentials-call",
    title="Secret in a call that takes a key and its secret",
    why="Whoever reads both is taken for their owner.",
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    role=Role.SECRET,
    pattern=r"""
        (?: (?i: credentials? | consumer | oauth [12]? | pusher | aws | s3 | key_?pair | keys )
            (?: \. new | :: new )? [ ]? \( \s{0,40} ["'] [A-Za-z0-9_\-+/=]{16,100}
          | (?i: static_? v [24] ) \( \s{0,40} ["'] [A-Za-z0-9_\-+/=]{3,100} ) ["'] , \s{0,40}
        ["'] (?P<secret> [A-Za-z0-9_\-+/=]{20,120} ) ["']
    """,
    shape=Shape.TOKEN,
    rank=PLACED,
    but_python=True,
    differs=True,
    advice=("Revoke both where they were made, and make new ones.", _KEEP),
    references=("https://cwe.mitre.org/data/definitions/798.html",),
    invalid=(
        Example(f'OAuth::Consumer.new("{_ID}", "{_SECRET}")\n', "client.rb"),
        Example(f'.credentials("{_ID}", "{_SECRET}").build();\n', "Files.java"),
        Example(f'credentials.NewStaticV4("garden", "{_SECRET}", "")\n', "files.go"),
    ),
    valid=(
        Example('.credentials("the-key-comes-here", "and-its-secret-beside-it")\n', "Files.java"),
        Example("OAuth::Consumer.new(KEY, SECRET)\n", "client.rb"),
    ),
)

KEY_CREDENTIAL = TokenRule(
    id="key-credential-call",
    title="Key in an object that holds a credential",
    why="Whoever holds the key is taken for its owner.",
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    role=Role.KEY,
    pattern=r"""
        (?: Key | Token ) _? (?: Credentials? | Authentication ) [ ]? \( [ ]?
        (?: ["'] [^"'\n]{1,80} ["'] , [ ]{0,4} )?
        ["'] (?P<secret> [A-Za-z0-9_\-+/=]{16,120} ) ["']
    """,
    shape=Shape.TOKEN,
    rank=PLACED,
    but_python=True,
    advice=("Make another one where it was made, which revokes this one.", _KEEP),
    references=("https://learn.microsoft.com/dotnet/api/azure.azurekeycredential",),
    invalid=(
        Example(f'var key = new AzureKeyCredential("{_SECRET}");\n', "Search.cs"),
        Example(f'new StorageSharedKeyCredential("trades", "{_SECRET}")\n', "files.ts"),
    ),
    valid=(
        Example("new AzureKeyCredential(process.env.SEARCH_KEY)\n", "search.ts"),
        Example('new AzureKeyCredential("the-key-comes-here")\n', "search.ts"),
    ),
)

OF_CLIENT = TokenRule(
    id="client-call",
    title="Key that a service's client is made with",
    why="Whoever holds the key is taken for its owner.",
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    role=Role.KEY,
    pattern=r"""
        (?: \b new [ ] (?: [A-Z]\w{1,40} | (?: \\? [A-Z]\w{1,30} ){1,4} \\ )
            (?: Client | Api | API | SDK | Sdk )
          | [A-Z]\w{1,40} (?: :: [A-Z]\w{1,30} )? :: Client (?: \.new | ::new )
          | \b [a-z]\w{1,30} \. New [A-Z]?\w{0,20} Client )
        [ ]? \( [ ]? ["'] (?P<secret> (?: [0-9]{1,9} \| )? [A-Za-z0-9_\-=.]{20,120} ) ["']
        [ ]? (?: \) | , [ ]? [^"'\s] )
    """,
    shape=Shape.TOKEN,
    rank=PLACED,
    but_python=True,
    advice=("Make another one where it was made, which revokes this one.", _KEEP),
    references=("https://cwe.mitre.org/data/definitions/798.html",),
    invalid=(
        Example(f"$client = new ParcelsClient('{_SECRET}');\n", "parcels.php"),
        Example(f"$client = new Parcels\\Client('{_SECRET}', true);\n", "parcels.php"),
        Example(f'client = Parcels::Client.new("{_SECRET}")\n', "parcels.rb"),
        Example(f'client := parcels.NewClient("{_SECRET}")\n', "parcels.go"),
    ),
    valid=(
        Example("$client = new ParcelsClient($_ENV['PARCELS_KEY']);\n", "parcels.php"),
        Example('client := parcels.NewClient("the-name-of-the-program")\n', "parcels.go"),
        Example('client := parcels.NewClient("parcels.example.org")\n', "parcels.go"),
    ),
)

REQUIRED = TokenRule(
    id="required-with-key",
    title="Key that a module is loaded with",
    why="Whoever holds the key is taken for its owner.",
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    role=Role.KEY,
    pattern=r"""
        \b require \( ["'] [\w@/.\-]{2,60} ["'] \) (?: \. [A-Za-z]{1,30} )? \( [ ]?
        ["'] (?P<secret> [A-Za-z0-9_\-.]{20,120} ) ["'] [ ]? [,)]
    """,
    shape=Shape.TOKEN,
    rank=PLACED,
    advice=("Make another one where it was made, which revokes this one.", _KEEP),
    references=("https://docs.stripe.com/api/authentication?lang=node",),
    invalid=(
        Example(f"const payments = require('payments')('{_SECRET}');\n", "pay.js"),
        Example(f'const sent = require("mails").client("{_SECRET}", options);\n', "mail.js"),
    ),
    valid=(
        Example("const payments = require('payments')(process.env.PAYMENTS_KEY);\n", "pay.js"),
        Example("const debug = require('debug')('garden:orchard:gates:open');\n", "gate.js"),
        Example("const file = require('path').resolve('the-folder-of-all-images');\n", "a.js"),
    ),
)

HASHED_HERE = TokenRule(
    id="hashed-password",
    title="Password in the call that hashes it",
    why="The hash hides nothing while the password stands beside it.",
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    role=Role.PASSWORD,
    pattern=r"""
        \b (?: (?i: bcrypt (?: js )? | argon2 | scrypt ) (?: \. | :: )
               (?: hash (?: Sync | _password )? | HashPassword | create | GenerateFromPassword )
             | password_hash | bcrypt | (?i: password_?encoder (?: \( \) )? ) \. encode | Hash::make
             | [Pp]assword \( [ ]? \w{1,30} (?: \( \) )? \. encode
             | Password (?: \. | :: ) create )
        [ ]? \( [ ]? (?: \[\]byte [ ]? \( )? ["'] (?P<secret> [^"'\s\\$]
               [^"'\s\\]{3,99} ) ["']
    """,
    shape=Shape.PASSWORD,
    rank=PLACED,
    but_python=True,
    advice=(
        "Change it where it is used.",
        "Make the password by chance when the account is made, or read it from the environment.",
    ),
    references=("https://cwe.mitre.org/data/definitions/798.html",),
    invalid=(
        Example(f"password: await bcrypt.hash('{_PASSWORD}', 10)\n", "seed.ts"),
        Example(f'bcrypt.GenerateFromPassword([]byte("{_PASSWORD}"), 10)\n', "seed.go"),
        Example(f'user.setPassword(passwordEncoder.encode("{_PASSWORD}"));\n', "Seed.java"),
        Example(f'.password(encoder.encode("{_PASSWORD}"))\n', "Security.java"),
        Example(f"$user->password = bcrypt('{_PASSWORD}');\n", "UserSeeder.php"),
        Example(f"'password' => Hash::make('{_PASSWORD}'),\n", "UserSeeder.php"),
    ),
    valid=(
        Example("password: await bcrypt.hash('password', 10)\n", "seed.ts"),
        Example("password: await bcrypt.hash(password, 10)\n", "users.ts"),
        Example("'password' => Hash::make('changeme'),\n", "UserSeeder.php"),
        Example("hash: \"{{ word | password_hash('bcrypt') }}\"\n", "main.yml"),
    ),
)

HASHED_BY_FILTER = TokenRule(
    id="filter-hashed-password",
    title="Password in the template that hashes it",
    why="The hash hides nothing while the password stands beside it.",
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    role=Role.PASSWORD,
    pattern=r"""
        \{\{ [ ]{0,4} ["'] (?P<secret> [^"'\s\\$]{4,100} ) ["'] [ ]{0,4} \|
        [ ]{0,4} password_hash \b
    """,
    shape=Shape.PASSWORD,
    rank=PLACED,
    advice=("Change it where it is used.", "Keep the new one in a vault, and read it from there."),
    references=(
        "https://docs.ansible.com/ansible/latest/collections/ansible/builtin/password_hash_filter.html",
    ),
    invalid=(
        Example(f"password: \"{{{{ '{_PASSWORD}' | password_hash('sha512') }}}}\"\n", "main.yml"),
    ),
    valid=(
        Example("password: \"{{ 'password' | password_hash('sha512') }}\"\n", "main.yml"),
        Example("password: \"{{ word | password_hash('sha512') }}\"\n", "main.yml"),
    ),
)

SENT = TokenRule(
    id="expect-password",
    title="Password that a script types",
    why="Whoever reads the script can log in to what it logs in to.",
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    role=Role.PASSWORD,
    context=r"\bspawn\b|\bexpect\b",
    pattern=r"""
        ^ [ \t]{0,40} send [ \t]{1,4} (?: -- [ ] )? ["{] (?P<secret> [^\s"\\$\[\]{}]{6,64} ) \\ [rn]
    """,
    shape=Shape.PASSWORD,
    rank=PLACED,
    rejects=lambda value: None if is_plain_password(value) else "words",
    advice=("Change it where it is used.", _KEEP),
    references=("https://core.tcl-lang.org/expect/index",),
    invalid=(Example(f'spawn ssh bot@hall\nexpect "word:"\nsend "{_PASSWORD}\\r"\n', "login.exp"),),
    valid=(
        Example('spawn ssh bot@hall\nexpect "word:"\nsend "$password\\r"\n', "login.exp"),
        Example('spawn ssh bot@hall\nexpect "$ "\nsend "ls\\r"\nsend "reboot\\r"\n', "login.exp"),
    ),
)
