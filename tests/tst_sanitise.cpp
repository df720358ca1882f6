#include "core/sanitise.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestSanitise : public QObject
{
    Q_OBJECT

private slots:
    void lineShowsOnlyText_data();
    void lineShowsOnlyText();
    void lineSurvivesEveryPrefix();
    void csvFieldIsQuotedAndHarmless_data();
    void csvFieldIsQuotedAndHarmless();
    void markupIsEscaped();
    void patternsAreRedacted_data();
    void patternsAreRedacted();
    void plainTextIsLeftAlone_data();
    void plainTextIsLeftAlone();
    void redactingTwiceChangesNothing();
    void knownValueIsRedactedInEveryForm();
    void shortValuesAreNotRedacted();
    void veryLongValueIsRedacted_data();
    void veryLongValueIsRedacted();
    void hostileTextTakesNoLongerThanItsLength_data();
    void hostileTextTakesNoLongerThanItsLength();
};

void TestSanitise::lineShowsOnlyText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &text, const QString &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("plain", u"GET /health 200"_s, u"GET /health 200"_s);
    row("accents and emoji", u"despliegue añadido ✓ 🚀"_s, u"despliegue añadido ✓ 🚀"_s);
    row("colour", u"\x1b[31;1mred\x1b[0m text"_s, u"red text"_s);
    row("cursor and clear", u"a\x1b[2J\x1b[1;1Hb\x1b[?25lc"_s, u"abc"_s);
    row("title, BEL", u"\x1b]0;pwned\x07text"_s, u"text"_s);
    row("hyperlink, ST", u"\x1b]8;;http://evil/\x1b\\label\x1b]8;;\x1b\\"_s, u"label"_s);
    row("device control", u"\x1bP1$r0m\x1b\\text"_s, u"text"_s);
    row("privacy message", u"\x1b^hidden\x1b\\text"_s, u"text"_s);
    row("character set", u"\x1b(0text"_s, u"text"_s);
    row("reset",
        u"\x1b"
        "ctext"_s,
        u"text"_s);
    row("lone escape at the end", u"text\x1b"_s, u"text"_s);
    row("unfinished colour", u"text\x1b[31"_s, u"text"_s);
    row("unfinished title ends with its line", u"\x1b]0;title\nnext"_s, u" next"_s);
    row("8-bit colour", u"\u009b31mred"_s, u"red"_s);
    row("8-bit title", u"\u009d0;pwned\u009ctext"_s, u"text"_s);
    row("tab", u"a\tb"_s, u"a b"_s);
    row("bell, backspace, NUL", u"a\x07\x08"_s + QChar(0) + u"b\x7f"_s, u"ab"_s);
    row("carriage return", u"10%\r20%"_s, u"10% 20%"_s);
    row("lines", u"a\nb\r\nc\n"_s, u"a b c"_s);
    row("separators", u"a\u2028b\u2029c\u0085d"_s, u"a b c d"_s);
    row("bidi overrides", u"a\u202eb\u202c\u2066c\u2069\u200e\u200f\u061c"_s, u"abc"_s);
    row("zero width", u"pass\u200bword\u200c\u200d\u2060\ufeff"_s, u"password"_s);
    row("soft hyphen", u"pass\u00adword"_s, u"password"_s);
    row("tag characters", u"a"_s + QString::fromUcs4(U"\U000E0041\U000E0042") + u"b"_s, u"ab"_s);
    row("half a pair", u"a"_s + QChar(0xd83d) + u"b"_s, u"a\ufffdb"_s);
    row("other half", u"a"_s + QChar(0xde80), u"a\ufffd"_s);
    row("noncharacter", u"a"_s + QChar(0xffff) + u"b"_s, u"ab"_s);
    row("empty", QString(), QString());
}

void TestSanitise::lineShowsOnlyText()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    QCOMPARE(Sanitise::line(text), expected);
    QCOMPARE(Sanitise::line(expected), expected);
}

void TestSanitise::lineSurvivesEveryPrefix()
{
    const QString text = u"\x1b[1;31mA\x1b]0;t\x07\x1bP1\x1b\\\u009b3m\u009dx\u009c\x1b(B"_s
        + QChar(0xd83d) + QChar(0xde80) + QChar(0xd83d) + u"\x1b"_s;
    for (qsizetype from = 0; from <= text.size(); ++from) {
        for (qsizetype to = from; to <= text.size(); ++to) {
            const QString line = Sanitise::line(QStringView(text).mid(from, to - from));
            for (const QChar c : line)
                QVERIFY(c.unicode() >= 0x20 && (c.unicode() < 0x7f || c.unicode() > 0x9f));
        }
    }
}

void TestSanitise::csvFieldIsQuotedAndHarmless_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << u"web-1"_s << u"web-1"_s;
    QTest::newRow("comma") << u"a,b"_s << u"\"a,b\""_s;
    QTest::newRow("quote") << u"say \"hi\""_s << u"\"say \"\"hi\"\"\""_s;
    QTest::newRow("formula") << u"=1+1"_s << u"'=1+1"_s;
    QTest::newRow("formula with quotes")
        << u"=HYPERLINK(\"http://x\",\"y\")"_s << u"\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""_s;
    QTest::newRow("plus") << u"+1"_s << u"'+1"_s;
    QTest::newRow("minus") << u"-1"_s << u"'-1"_s;
    QTest::newRow("at") << u"@SUM(A1)"_s << u"'@SUM(A1)"_s;
    QTest::newRow("behind blanks") << u" \t=1+1"_s << u"'  =1+1"_s;
    QTest::newRow("behind a colour") << u"\x1b[31m=1+1"_s << u"'=1+1"_s;
    QTest::newRow("lines") << u"a\nb"_s << u"a b"_s;
    QTest::newRow("empty") << QString() << QString();
}

void TestSanitise::csvFieldIsQuotedAndHarmless()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    QCOMPARE(Sanitise::forCsv(text), expected);
}

void TestSanitise::markupIsEscaped()
{
    QCOMPARE(Sanitise::forMarkup(u"<script>alert('x' & \"y\")</script>\n\x1b[31mred"_s),
        u"&lt;script&gt;alert(&#39;x&#39; &amp; &quot;y&quot;)&lt;/script&gt;\nred"_s);
}

void TestSanitise::patternsAreRedacted_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &text, const QString &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("personal token", u"token fo1_abcDEF123-x_y was used"_s, u"token [redacted] was used"_s);
    row("macaroons",
        u"using fm2_lJPE+/=.a,fm1r_bb,fm1a_cc,fo1_dd now"_s,
        u"using [redacted] now"_s);
    row("FlyV1 header",
        u"Authorization: FlyV1 fm2_abc,fm2_def end"_s,
        u"Authorization: FlyV1 [redacted] end"_s);
    row("Bearer header",
        u"authorization: bearer sim_token"_s,
        u"authorization: bearer [redacted]"_s);
    row("Bearer that begins like a variable",
        u"Authorization: Bearer $ecretTok3n"_s,
        u"Authorization: Bearer [redacted]"_s);
    row("basic header",
        u"Authorization: Basic eDpzZWNyZXQ="_s,
        u"Authorization: Basic [redacted]"_s);
    row("URL password",
        u"to postgres://app:hunter2@db.internal:5432/x"_s,
        u"to postgres://app:[redacted]@db.internal:5432/x"_s);
    row("URL password with an at sign",
        u"redis://:p@ss:w@cache:6379"_s,
        u"redis://:[redacted]@cache:6379"_s);
    row("assignment",
        u"run with API_SECRET=hunter2 now"_s,
        u"run with API_SECRET=[redacted] now"_s);
    row("quoted assignment",
        u"SMTP_PASSWORD=\"two words\" next"_s,
        u"SMTP_PASSWORD=[redacted] next"_s);
    row("single quotes", u"export DB_PASSWD='a b' x"_s, u"export DB_PASSWD=[redacted] x"_s);
    row("lower case", u"db_password = hunter2"_s, u"db_password = [redacted]"_s);
    row("database URL", u"DATABASE_URL=postgres://u:p@h/d?x=1"_s, u"DATABASE_URL=[redacted]"_s);
    row("query", u"/login?user=me&token=abc&x=1"_s, u"/login?user=me&token=[redacted]&x=1"_s);
    row("json",
        u"{\"STRIPE_API_KEY\":\"sk_live_1\",\"b\":\"c\"}"_s,
        u"{\"STRIPE_API_KEY\":\"[redacted]\",\"b\":\"c\"}"_s);
    row("json, blanks and quotes",
        u"{\"password\" : \"a\\\"b\", \"n\": 1}"_s,
        u"{\"password\" : \"[redacted]\", \"n\": 1}"_s);
    row("json in json",
        u"{\"body\":\"{\\\"access_token\\\":\\\"abc\\\"}\"}"_s,
        u"{\"body\":\"{\\\"access_token\\\":\\\"[redacted]\\\"}\"}"_s);
    row("json in json with a quote",
        u"{\\\"password\\\":\\\"a\\\\\\\"b\\\"}"_s,
        u"{\\\"password\\\":\\\"[redacted]\\\"}"_s);
    row("yaml", u"  POSTGRES_PASSWORD: hunter2"_s, u"  POSTGRES_PASSWORD: [redacted]"_s);
    row("private key",
        u"key -----BEGIN RSA PRIVATE KEY-----\nMIIE\nabc\n-----END RSA PRIVATE KEY----- end"_s,
        u"key [redacted] end"_s);
    row("private key cut short", u"-----BEGIN OPENSSH PRIVATE KEY----- b3Bl"_s, u"[redacted]"_s);
}

void TestSanitise::patternsAreRedacted()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    QCOMPARE(Redact::text(text), expected);
}

void TestSanitise::plainTextIsLeftAlone_data()
{
    QTest::addColumn<QString>("text");
    const QStringList lines = {
        u"GET https://api.machines.dev/v1/apps/shop/machines 200 in 41 ms"_s,
        u"app=shop machine=148e21 state=started version=01J8X"_s,
        u"registry.fly.io/shop:deployment-01J8XABC@sha256:0011223344"_s,
        u"mailto user@example.com about http://example.com/a@b"_s,
        u"the token has expired and the password was not accepted"_s,
        u"connection to db.internal:5432 refused"_s,
        u"{\"event\":\"machine-started\",\"machine\":\"148e21\"}"_s,
        u"curl -H \"Authorization: Bearer $FLY_API_TOKEN\" https://api.machines.dev"_s,
    };
    for (const QString &line : lines)
        QTest::newRow(qPrintable(line)) << line;
}

void TestSanitise::plainTextIsLeftAlone()
{
    QFETCH(const QString, text);
    QCOMPARE(Redact::text(text), text);
}

void TestSanitise::redactingTwiceChangesNothing()
{
    const QString once =
        Redact::text(u"TOKEN=abc \"API_KEY\":\"x\" FlyV1 fm2_aaaaaa postgres://u:p@h/ SECRET: v"_s);
    QCOMPARE(Redact::text(once), once);
}

void TestSanitise::knownValueIsRedactedInEveryForm()
{
    const QByteArray value = "Zx\"9 /known\nline";
    Redact::addKnown(value);
    QCOMPARE(Redact::text(u"got "_s + QString::fromUtf8(value) + u"!"_s), u"got [redacted]!"_s);
    QCOMPARE(Redact::text(u"{\"v\":\"Zx\\\"9 /known\\nline\"}"_s), u"{\"v\":\"[redacted]\"}"_s);
    QCOMPARE(Redact::text(u"?q=Zx%229%20%2Fknown%0Aline&"_s), u"?q=[redacted]&"_s);
    QCOMPARE(Redact::text(Sanitise::line(QString::fromUtf8(value))), u"[redacted]"_s);
    Redact::addKnown("inner-value");
    Redact::addKnown("outer-inner-value-outer");
    QCOMPARE(Redact::text(u"a outer-inner-value-outer b inner-value c"_s),
        u"a [redacted] b [redacted] c"_s);
}

void TestSanitise::shortValuesAreNotRedacted()
{
    Redact::addKnown("");
    Redact::addKnown("short");
    QCOMPARE(Redact::text(u"a short text"_s), u"a short text"_s);
}

void TestSanitise::veryLongValueIsRedacted_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("json") << u"{\"secret\":\""_s << u"\"}"_s;
    QTest::newRow("json in json") << u"{\\\"secret\\\":\\\""_s << u"\\\"}"_s;
    QTest::newRow("assignment") << u"SECRET="_s << u" x"_s;
    QTest::newRow("quoted assignment") << u"SECRET=\""_s << u"\" x"_s;
    QTest::newRow("yaml") << u"SECRET: "_s << u" x"_s;
    QTest::newRow("token") << u"fm2_"_s << u" x"_s;
    QTest::newRow("header") << u"Bearer "_s << u" x"_s;
    QTest::newRow("key") << u"-----BEGIN PRIVATE KEY-----"_s << u"-----END PRIVATE KEY----- x"_s;
}

void TestSanitise::veryLongValueIsRedacted()
{
    QFETCH(const QString, before);
    QFETCH(const QString, after);
    for (const QString &piece : {u"value"_s, u"a\\\\b"_s}) {
        if (piece.contains(u'\\') && !before.contains(u'"'))
            continue;
        const QString text = before + piece.repeated(100'000) + after;
        const QString redacted = Redact::text(text);
        QVERIFY2(redacted.size() < 100, qPrintable(redacted.left(200)));
        QVERIFY(redacted.contains(u"[redacted]"_s));
    }
}

void TestSanitise::hostileTextTakesNoLongerThanItsLength_data()
{
    QTest::addColumn<QString>("piece");
    QTest::newRow("names") << u"token_"_s;
    QTest::newRow("assignments") << u"token="_s;
    QTest::newRow("open quotes") << u"\"secret\":\""_s;
    QTest::newRow("backslashes") << u"\"secret\\\\\":\\\\"_s;
    QTest::newRow("schemes") << u"://a:"_s;
    QTest::newRow("keys") << u"-----BEGIN PRIVATE KEY"_s;
    QTest::newRow("tokens") << u"fo1_,"_s;
    QTest::newRow("bearers") << u"bearer "_s;
    QTest::newRow("blanks") << u"password    "_s;
}

void TestSanitise::hostileTextTakesNoLongerThanItsLength()
{
    QFETCH(const QString, piece);
    // Quadratic work would take minutes here, and end in the time limit of the test.
    const QString text = piece.repeated(200'000 / static_cast<int>(piece.size()));
    QVERIFY(!Redact::text(text).isEmpty());
    QVERIFY(!Sanitise::line(text).isEmpty());
}

QTEST_GUILESS_MAIN(TestSanitise)
#include "tst_sanitise.moc"
