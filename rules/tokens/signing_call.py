"""What a call is given that signs: queries, tokens, sessions or cookies, in other languages than
Python. What stands in that place is the secret."""

import re

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import PLACED, Example, TokenRule

_SECRET = made_up("base62", 32, 662)
_WORD = "centipede"

_ALGORITHM = re.compile(r"(?:HS|RS|ES|PS)\d{3}|EdDSA|HmacSHA\d{1,3}")

_LABEL = re.compile(r"aws4_request|[a-z][a-z0-9]*(?:[-_:/.][a-z0-9]+){1,8}[-_:/.]v\d{1,2}")
"""What a key is derived for, which separates it from others of the same secret, and its
version; Amazon's has none."""

_ADVICE = (
    "Make another one, which ends the sessions that are signed with this one.",
    "Keep the new one in the environment or a secret store, and read it from there.",
)
_REFERENCES = (
    "https://cheatsheetseries.owasp.org/cheatsheets/JSON_Web_Token_for_Java_Cheat_Sheet.html",
)

SIGNING_CALL = TokenRule(
    id="signing-call",
    title="Secret in a call that signs",
    why="Whoever reads it can sign what the program takes for its own, such as a session.",
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    role=Role.SECRET,
    pattern=r"""
        \b (?: SecretKeySpec [ ]? \( [ ]?
             | createHmac [ ]? \( [ ]? ["'] [\w\-]{1,20} ["'] , [ ]{0,4}
             | hash_hmac [ ]? \( [ ]? ["'] [\w\-]{1,20} ["'] , [^"'()\n]{1,80} , [ ]{0,4}
             | hmac \. New [ ]? \( [^"'()\n]{0,40}
               \[\]byte \(
             | HMAC \. (?: hex )? digest [ ]? \( [ ]? (?: ["'] [\w\-]{1,20} ["'] | [\w:.']{1,60} )
               , [ ]{0,4}
             | hmac_sha (?: 1 | 256 | 512 ) (?: _hex | _base64 | _b64u )? [ ]? \(
               (?: [^"'()\n]{1,60} , )? [ ]{0,4}
             | Hmac (?: :: )? [\w<>]{0,20} :: new_from_slice [ ]? \( b?
             | (?: create (?: Dec | C ) ipher | createDecipher )
               (?: iv )? [ ]? \( [ ]? (?: ["'] [\w\-]{1,20} ["'] | \w{1,30} ) , [ ]{0,4}
             | (?: scrypt | pbkdf2 ) (?: Sync )? [ ]? \( [ ]?
             | (?: MessageEncryptor | MessageVerifier ) \. new [ (] [ ]?
             | new [ ] \\? (?: [\w\\]{1,40} \\ )? Encrypter [ ]? \( [ ]?
             | \b HMAC \( [ ]? EVP_\w{1,12} \(\) , [ ]{0,4}
             | \b SymmetricKey \( [ ]? data: [ ]?
             | CryptoJS \. (?: AES | DES | TripleDES | Rabbit | RC4 ) \. (?: en | de ) crypt
               [ ]? \( [^"'()\n]{1,80} , [ ]{0,4}
             | CryptoJS \. HmacSHA \d{1,3} [ ]? \( [^"'()\n]{1,80} , [ ]{0,4}
             | openssl_ (?: en | de ) crypt [ ]? \( [^"'()\n]{1,80} , [ ]{0,4} ["'] [\w\-]{3,20}
               ["'] , [ ]{0,4}
             | (?i: \b aes_ (?: en | de ) crypt | pgp_sym_ (?: en | de ) crypt (?: _bytea )? )
               \( [^"'()\n]{1,80} , [ ]{0,4}
             | \b aes \. NewCipher \( \[\]byte \(
             | \b new [ ] Rfc2898DeriveBytes [ ]? \( [ ]?
           ) ["'`] (?P<secret> [^"'`\s\\]{4,200} ) ["'`]
    """,
    shape=Shape.PASSWORD,
    rank=PLACED,
    but_python=True,
    rejects=lambda value: "words" if _LABEL.fullmatch(value) else None,
    advice=_ADVICE,
    references=_REFERENCES,
    invalid=(
        Example(f"my $it = hmac_sha256_hex($data, '{_SECRET}');\n", "sign.pl"),
        Example(f'Hmac::<Sha256>::new_from_slice(b"{_SECRET}")\n', "sign.rs"),
        Example(f"createDecipheriv(algorithm, '{_SECRET}', iv)\n", "seal.js"),
        Example(f"crypto.scryptSync('{_SECRET}', salt, 32)\n", "seal.js"),
        Example(f"MessageEncryptor.new('{_SECRET}')\n", "seal.rb"),
        Example(f'HMAC(EVP_sha256(), "{_SECRET}", 32, it, n, 0, 0);\n', "sign.c"),
        Example(f'aes.NewCipher([]byte("{_SECRET}"))\n', "seal.go"),
        Example(f"pgp_sym_encrypt(name, '{_SECRET}')\n", "seal.sql"),
        Example(f'new SecretKeySpec("{_SECRET}".getBytes(), "HmacSHA256")\n', "Sign.java"),
        Example(f'ngx.hmac_sha1("{_SECRET}", query)\n', "sign.lua"),
        Example(f"crypto.createHmac('sha256', '{_SECRET}')\n", "sign.js"),
        Example(f"hash_hmac('sha256', $query, '{_SECRET}');\n", "sign.php"),
        Example(f"OpenSSL::HMAC.hexdigest('sha256', '{_SECRET}', query)\n", "sign.rb"),
        Example(f"crypto.createCipheriv('aes-256-cbc', '{_SECRET}', iv)\n", "seal.js"),
        Example(f"CryptoJS.AES.encrypt(text, '{_SECRET}')\n", "seal.js"),
        Example(f"openssl_encrypt($data, 'AES-256-CBC', '{_SECRET}', 0, $iv);\n", "seal.php"),
        Example(f'new Rfc2898DeriveBytes("{_SECRET}", salt)\n', "Seal.cs"),
    ),
    valid=(
        Example("crypto.createHmac('sha256', 'secret')\n", "sign.js"),
        Example("hmac_sha256('aws4_request', $service_key);\n", "sign.pl"),
        Example("crypto.createHmac('sha256', 'orchard-key-derivation-v1')\n", "sign.js"),
        Example("crypto.createCipheriv('aes-256-cbc', key, iv)\n", "seal.js"),
    ),
)

TOKEN_SIGNING_CALL = TokenRule(
    id="token-signing-call",
    title="Secret in a call that signs tokens or sessions",
    why="Whoever reads it can sign what the program takes for its own: be anybody's session.",
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    role=Role.SECRET,
    pattern=r"""
        \b (?: (?: jwt | JWT | Jwt \w{0,20} | jsonwebtoken ) (?: \. | :: | -> )
               (?: sign | verify | encode | decode ) [ ]? [( ] [ ]? [^"'`()\n]{1,80} , [ ]{0,4}
             | Algorithm \. HMAC \d{3} [ ]? \( [ ]?
             | signWith [ ]? \( [^"'()\n]{1,60} , [ ]{0,4}
             | (?: setSigningKey | cookieParser ) [ ]? \( [ ]?
             | (?: SignedString | NewCookieStore ) [ ]? \( [^"'()\n]{0,40} \[\]byte \(
             | (?: cookie | memstore | redis ) \. NewStore [ ]? \( [^"'()\n]{0,80} \[\]byte \(
             | new [ ] SymmetricSecurityKey [ ]? \( [\w. ]{1,40} \( [ ]?
             | jwt : (?: sign | verify ) [ ]? \( [ ]?
             | secretOrKey [ ]? : [ ]?
             | (?: [Ss]ession | cookieSession | jwt ) [ ]? (?: \( | , ) \s{0,8}
               \{ (?: [^{}"'`]{0,80} , )? \s{0,40} secret [ ]? : [ ]? \[? [ ]?
           ) ["'`] (?P<secret> [^"'`\s\\]{4,200} ) ["'`]
    """,
    shape=Shape.GIVEN,
    rank=PLACED,
    but_python=True,
    rejects=lambda value: "algorithm" if _ALGORITHM.fullmatch(value) else None,
    advice=_ADVICE,
    references=_REFERENCES,
    invalid=(
        Example(f"const token = jwt.sign({{ id }}, '{_SECRET}', options);\n", "auth.js"),
        Example(f"jwt.verify(token, '{_WORD}');\n", "auth.js"),
        Example(f"JWT.encode(payload, '{_SECRET}', 'HS256')\n", "auth.rb"),
        Example(f"JWT.encode payload, '{_SECRET}', 'HS256'\n", "auth.rb"),
        Example(f'JWT.create().sign(Algorithm.HMAC256("{_SECRET}"));\n', "Auth.java"),
        Example(f'.signWith(SignatureAlgorithm.HS512, "{_WORD}")\n', "Auth.java"),
        Example(f'Jwts.parser().setSigningKey("{_WORD}")\n', "Auth.java"),
        Example(f'signed, err := token.SignedString([]byte("{_SECRET}"))\n', "auth.go"),
        Example(f'sessions.NewCookieStore([]byte("{_SECRET}"))\n', "auth.go"),
        Example(f'cookie.NewStore([]byte("{_SECRET}"))\n', "auth.go"),
        Example(f'JwtJson.encode(claim, "{_SECRET}", JwtAlgorithm.HS256)\n', "Auth.scala"),
        Example(f"app.use(cookieParser('{_SECRET}'));\n", "app.js"),
        Example(f'new SymmetricSecurityKey(Encoding.UTF8.GetBytes("{_SECRET}"))\n', "Auth.cs"),
        Example(f"app.use(session({{ secret: '{_WORD}', resave: false }}));\n", "app.js"),
        Example(f"session({{\n  store,\n  secret: '{_WORD}',\n}})\n", "app.js"),
        Example(f"super({{ jwtFromRequest: it, secretOrKey: '{_WORD}' }});\n", "jwt.ts"),
        Example(f"fastify.register(jwt, {{ secret: '{_SECRET}' }});\n", "app.js"),
    ),
    valid=(
        Example("jwt.sign({ id }, process.env.JWT_SECRET);\n", "auth.js"),
        Example("jwt.verify(token, 'test-secret');\n", "auth.js"),
        Example('jwt.verify(token, "RS256");\n', "auth.js"),
        Example("app.use(cookieParser('secret'));\n", "app.js"),
        Example("app.use(session({ secret: 'keyboardcat' }));\n", "app.js"),
        Example("app.use(session({ secret: config.secret }));\n", "app.js"),
    ),
)
