#include "settings/macaroon.h"
#include "settings/tokentext.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {
// Made with the platform's own library and a key of nobody: an organisation's, reading only, until
// 2030-01-02; all rights; restricted to reading by a caveat of its own; a proof beside a token; one
// for an app with two windows.
const QByteArray readOnly = "fm2_"
                            "lJPEDWtpZC1vZi1hLXRlc3TEEDudmf7dWRDG7eGD4SH6H2zCtWh0dHBzOi8vYXBpLmZseS"
                            "5pby92MZQAks0SZwEEks5lU/EAznDdVSXEIJ/rOAkYlDecTjJ4FeoFP35k3zlobunRhcuf"
                            "wOVon1es";
const QByteArray full = "fm2_"
                        "lJPEDWtpZC1vZi1hLXRlc3TEEHGs9ywFE3fcac/1qFT5XB7CtWh0dHBzOi8vYXBpLmZseS5pby"
                        "92MZIAks0SZx/EIDtALAq54PUgry/iQtxunxh+qyR9AwaVpukMQ8njse9Z";
const QByteArray actionRead = "fm2_"
                              "lJPEDWtpZC1vZi1hLXRlc3TEEMR1MKxzTybM5YZ/"
                              "dhLQwPHCtWh0dHBzOi8vYXBpLmZseS5pby92MZQAks0SZx8aAcQgHcEGt6VFp1Sn4172"
                              "JRtMfNORmMKj6QaKpGfvfZC4xGM=";
const QByteArray discharge = "fm2_"
                             "lJPEDWtpZC1vZi1hLXRlc3TEEK2WpkbsXYY4KfQJ3Q9b5enCuWh0dHBzOi8vYXBpLmZse"
                             "S5pby9hYWEvdjGSBJLOZVPxAM5lU/IsxCAJGYu8Oo22PcbSHvuA7YAzQYXt2zFnZSGXXU"
                             "hCza5tOA==";
const QByteArray oneApp = "fm2_"
                          "lJPEDWtpZC1vZi1hLXRlc3TEEEPbAtr28KMEbs1OdP/"
                          "VRPzCtWh0dHBzOi8vYXBpLmZseS5pby92MZgAks0SZx8NkpIDkYEBHwEEks5lU/EAznDdVY"
                          "kEks5lU/EAznDdVSXEIEfZ+MkdLtvvu3LavqnhLgOPnZx+UH8WgbfFF4/n5DtT";
const QDateTime end2030(QDate(2030, 1, 2), QTime(3, 4, 5), Qt::UTC);
} // namespace

// What people paste, as tokens.
class TestTokenText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTidied_data();
    void isTidied();
    void isRefused_data();
    void isRefused();
    void tellsWhatItMayDo_data();
    void tellsWhatItMayDo();
    void damagedMacaroonsTellNothing();
};

void TestTokenText::isTidied_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QStringList>("kinds");
    const QStringList macaroon{u"macaroon"_s};
    const QStringList personal{u"personal"_s};
    const QStringList both{u"macaroon"_s, u"personal"_s};
    QTest::newRow("as it is") << QByteArray("fo1_abcdefgh") << QByteArray("fo1_abcdefgh")
                              << personal;
    QTest::newRow("old personal") << QByteArray("n0nFzT9i0bWRt3wY_old-kind")
                                  << QByteArray("n0nFzT9i0bWRt3wY_old-kind") << personal;
    QTest::newRow("line break at the end")
        << QByteArray("fo1_abcdefgh\r\n") << QByteArray("fo1_abcdefgh") << personal;
    QTest::newRow("scheme") << QByteArray("FlyV1 fm2_abc") << QByteArray("fm2_abc") << macaroon;
    QTest::newRow("scheme twice") << QByteArray("Bearer FlyV1 fm2_abc") << QByteArray("fm2_abc")
                                  << macaroon;
    QTest::newRow("quoted") << QByteArray(" \"FlyV1 fm2_abc\" ") << QByteArray("fm2_abc")
                            << macaroon;
    QTest::newRow("typographic quotes") << QByteArray("\xe2\x80\x9c"
                                                      "fo1_abcdefgh"
                                                      "\xe2\x80\x9d")
                                        << QByteArray("fo1_abcdefgh") << personal;
    QTest::newRow("several") << QByteArray("fm2_abc, fm2_def,fo1_ghi")
                             << QByteArray("fm2_abc,fm2_def,fo1_ghi") << both;
    QTest::newRow("schemes inside")
        << QByteArray("FlyV1 fm2_abc,FlyV1 fm2_def") << QByteArray("fm2_abc,fm2_def") << macaroon;
    QTest::newRow("a line each") << QByteArray("fm2_abc\nfm2_def") << QByteArray("fm2_abc,fm2_def")
                                 << macaroon;
    QTest::newRow("broken by a narrow terminal")
        << QByteArray("FlyV1 fm2_abcdef\n  ghijkl\nmnopqr=,fo1_stuvwx")
        << QByteArray("fm2_abcdefghijklmnopqr=,fo1_stuvwx") << both;
    QTest::newRow("a variable") << QByteArray("export FLY_API_TOKEN=\"fo1_abcdefgh\"")
                                << QByteArray("fo1_abcdefgh") << personal;
    QTest::newRow("invisible characters") << QByteArray("\xef\xbb\xbf"
                                                        "fo1_abcdefgh"
                                                        "\xe2\x80\x8b")
                                          << QByteArray("fo1_abcdefgh") << personal;
}

void TestTokenText::isTidied()
{
    QFETCH(const QByteArray, text);
    const Result<TokenText> read = TokenText::read(text);
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().detail));
    QTEST(read->token.reveal(), "token");
    QTEST(read->kinds, "kinds");
}

void TestTokenText::isRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("code");
    QTest::newRow("empty") << QByteArray() << u"token-empty"_s;
    QTest::newRow("blank") << QByteArray(" \n\t") << u"token-empty"_s;
    QTest::newRow("only quotes") << QByteArray("\"\"") << u"token-empty"_s;
    QTest::newRow("only a scheme") << QByteArray("FlyV1 ") << u"token-empty"_s;
    QTest::newRow("words") << QByteArray("here is my token") << u"token-text"_s;
    QTest::newRow("too short") << QByteArray("abc") << u"token-text"_s;
    QTest::newRow("token among words")
        << QByteArray("the token is fo1_abcdefgh") << u"token-text"_s;
    QTest::newRow("binary") << QByteArray("fo1_\x01\x02\xff\xfe", 8) << u"token-text"_s;
    QTest::newRow("GitHub") << QByteArray("ghp_0123456789abcdefghijABCDEFGHIJ012345")
                            << u"token-foreign"_s;
    QTest::newRow("JWT") << QByteArray("eyJhbGciOi.eyJzdWIi.c2lnbmF0dXJl") << u"token-foreign"_s;
    QTest::newRow("key file") << QByteArray("-----BEGIN PRIVATE KEY-----\nMIIE\n-----END")
                              << u"token-foreign"_s;
    QTest::newRow("discharges only") << QByteArray("fm1a_abcdef") << u"token-discharge"_s;
    QTest::newRow("far too long") << QByteArray(100'000, 'x') << u"token-text"_s;
}

void TestTokenText::isRefused()
{
    QFETCH(const QByteArray, text);
    const Result<TokenText> read = TokenText::read(text);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().kind, Error::Kind::Unauthorised);
    QTEST(read.error().code, "code");
    const QByteArray trimmed = text.trimmed();
    QVERIFY(trimmed.size() < 8 || !read.error().detail.toUtf8().contains(trimmed));
}

void TestTokenText::tellsWhatItMayDo_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("readsOnly");
    QTest::addColumn<QDateTime>("expiresAt");
    QTest::newRow("organisation, reading only") << readOnly << true << end2030;
    QTest::newRow("all rights, no end") << full << false << QDateTime();
    QTest::newRow("restricted to reading") << actionRead << true << QDateTime();
    QTest::newRow("the earlier of two ends") << oneApp << false << end2030;
    QTest::newRow("proofs do not count")
        << QByteArray(readOnly + ',' + discharge) << true << end2030;
    QTest::newRow("one of them may write")
        << QByteArray(readOnly + ',' + full) << false << QDateTime();
    QTest::newRow("with a personal one")
        << QByteArray(readOnly + ",fo1_abcdefgh") << false << QDateTime();
}

void TestTokenText::tellsWhatItMayDo()
{
    QFETCH(const QByteArray, text);
    const Result<TokenText> read = TokenText::read(text);
    QVERIFY(read.has_value());
    QTEST(read->readOnly, "readsOnly");
    QTEST(read->expiresAt, "expiresAt");
}

// Cut off anywhere, and with every byte another: no crash, no endless loop, at most less told.
void TestTokenText::damagedMacaroonsTellNothing()
{
    const QByteArray plain = QByteArray::fromBase64(oneApp.mid(4));
    for (qsizetype size = 0; size < plain.size(); ++size)
        (void)macaroonFacts("fm2_" + plain.left(size).toBase64());
    for (qsizetype at = 0; at < plain.size(); ++at) {
        for (const int value : {0x00, 0x7f, 0x9f, 0xc1, 0xdb, 0xdd, 0xdf, 0xff}) {
            QByteArray damaged = plain;
            damaged[at] = static_cast<char>(value);
            (void)macaroonFacts("fm2_" + damaged.toBase64());
        }
    }
    const QByteArray nested = QByteArray(100'000, '\x91');
    QVERIFY(!macaroonFacts("fm2_" + nested.toBase64()).expiresAt.isValid());
    QVERIFY(!macaroonFacts("fm2_not base64").readOnly);
}

QTEST_GUILESS_MAIN(TestTokenText)
#include "tst_tokentext.moc"
