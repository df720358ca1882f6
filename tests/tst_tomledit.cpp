#include "config/tomledit.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
ConfigPath at(const QString &path)
{
    return configPathFromText(path).value();
}
} // namespace

class TestTomlEdit final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sets_data();
    void sets();
    void setsWhatIsThereAlready();
    void removes_data();
    void removes();
    void refuses_data();
    void refuses();
};

void TestTomlEdit::sets_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QByteArray>("after");
    using B = QByteArray;
    using V = QJsonValue;
    const V text = u"new"_s;
    QTest::newRow("text, with its comment") << B("a  =  \"old\"   # why\r\nb = 1\r\n") << u"a"_s
                                            << text << B("a  =  \"new\"   # why\r\nb = 1\r\n");
    QTest::newRow("quotes stay") << B("a = 'old'\n") << u"a"_s << text << B("a = 'new'\n");
    QTest::newRow("quotes that cannot stay")
        << B("a = 'old'\n") << u"a"_s << V(u"it's\n"_s) << B("a = \"it's\\n\"\n");
    QTest::newRow("escapes") << B("a = 1\n") << u"a"_s << V(u"\"\\\u0001\té"_s)
                             << B("a = \"\\\"\\\\\\u0001\\t\xc3\xa9\"\n");
    QTest::newRow("another kind") << B("a = \"1\"\n") << u"a"_s << V(8080) << B("a = 8080\n");
    QTest::newRow("fraction stays one") << B("a = 1.5\n") << u"a"_s << V(2) << B("a = 2.0\n");
    QTest::newRow("fraction") << B("a = 1\n") << u"a"_s << V(0.33) << B("a = 0.33\n");
    QTest::newRow("list") << B("a = ['x'] # c\n") << u"a"_s << V(QJsonArray{u"y"_s, u"z"_s})
                          << B("a = ['y', 'z'] # c\n");
    QTest::newRow("entry of a list") << B("a = [\n  1, # one\n  2,\n]\n") << u"a[1]"_s << V(3)
                                     << B("a = [\n  1, # one\n  3,\n]\n");
    QTest::newRow("in a table in a line")
        << B("a = { b = 1, c = 2 }\n") << u"a.c"_s << V(3) << B("a = { b = 1, c = 3 }\n");
    QTest::newRow("in a section of a list") << B("[[s]]\np = 1\n[[s]]\np = 2\n") << u"s[1].p"_s
                                            << V(9) << B("[[s]]\np = 1\n[[s]]\np = 9\n");
    QTest::newRow("long text") << B("a = \"\"\"\nx\ny\"\"\"\n") << u"a"_s << text
                               << B("a = \"new\"\n");

    QTest::newRow("new key behind its like, with their indent and quotes")
        << B("[env]\n    A = '1'\n    B = '2' # two\n\n# about c\n[c]\n") << u"env.C"_s << text
        << B("[env]\n    A = '1'\n    B = '2' # two\n    C = 'new'\n\n# about c\n[c]\n");
    QTest::newRow("new key of the file, windows")
        << B("app = \"x\"\r\n\r\n[env]\r\n") << u"primary_region"_s << V(u"dfw"_s)
        << B("app = \"x\"\r\nprimary_region = \"dfw\"\r\n\r\n[env]\r\n");
    QTest::newRow("first key of the file")
        << B("# hello\n\n[env]\nA = 1\n") << u"app"_s << V(u"x"_s)
        << B("# hello\n\napp = \"x\"\n\n[env]\nA = 1\n");
    QTest::newRow("key of an empty file") << B("") << u"app"_s << V(u"x"_s) << B("app = \"x\"\n");
    QTest::newRow("no line end at the end")
        << B("[a]\nb = 1") << u"a.c"_s << V(2) << B("[a]\nb = 1\nc = 2");
    QTest::newRow("key of an empty section")
        << B("[a]\n\n[b]\n  x = 1\n") << u"a.c"_s << V(2) << B("[a]\n  c = 2\n\n[b]\n  x = 1\n");
    QTest::newRow("key of a section of a list") << B("[[s]]\np = 1\n[[s]]\np = 2\n") << u"s[0].q"_s
                                                << V(9) << B("[[s]]\np = 1\nq = 9\n[[s]]\np = 2\n");
    QTest::newRow("key of a table in a line")
        << B("a = { b = 1 }\n") << u"a.c"_s << V(2) << B("a = { b = 1, c = 2 }\n");
    QTest::newRow("key of an empty table in a line")
        << B("a = {}\n") << u"a.c"_s << V(2) << B("a = { c = 2 }\n");
    QTest::newRow("key of a dotted table")
        << B("[d]\na.b = 1\nx = 2\n") << u"d.a.c"_s << V(3) << B("[d]\na.b = 1\na.c = 3\nx = 2\n");
    QTest::newRow("key of a section without a header")
        << B("[a.b]\nx = 1\n") << u"a.c"_s << V(2) << B("[a.b]\nx = 1\n\n[a]\n  c = 2\n");
    QTest::newRow("new section") << B("app = \"x\"\n") << u"deploy.strategy"_s << V(u"canary"_s)
                                 << B("app = \"x\"\n\n[deploy]\n  strategy = \"canary\"\n");
    QTest::newRow("new section inside one of a list")
        << B("[[s]]\np = 1\n[[s]]\np = 2\n") << u"s[0].c.t"_s << V(3)
        << B("[[s]]\np = 1\n\n[s.c]\n  t = 3\n[[s]]\np = 2\n");
    QTest::newRow("new entry of a list of sections")
        << B("[[s]]\np = 1\n") << u"s[1]"_s << V(QJsonObject{{u"p"_s, 2}})
        << B("[[s]]\np = 1\n\n[[s]]\n  p = 2\n");
    QTest::newRow("new section as a whole")
        << B("a = 1\n") << u"vm"_s << V(QJsonArray{QJsonObject{{u"memory"_s, u"1gb"_s}}})
        << B("a = 1\n\n[[vm]]\n  memory = \"1gb\"\n");
    QTest::newRow("key that wants quotes")
        << B("[env]\nA = 1\n") << u"env.\"a b\""_s << V(2) << B("[env]\nA = 1\n\"a b\" = 2\n");
}

void TestTomlEdit::sets()
{
    QFETCH(QByteArray, before);
    QFETCH(QString, path);
    QFETCH(QJsonValue, value);
    QFETCH(QByteArray, after);
    const Result<QByteArray> edited = tomlWithValue(before, at(path), value);
    QVERIFY2(edited, edited ? "" : qPrintable(edited.error().detail));
    QCOMPARE(*edited, after);
    const TomlDocument document = readToml(*edited);
    QCOMPARE(document.toJson(document.find(at(path))), value);
}

void TestTomlEdit::setsWhatIsThereAlready()
{
    const QByteArray text = "a = 0x10\nb = [ 1,2 ] # c\n";
    QCOMPARE(tomlWithValue(text, at(u"a"_s), 16).value(), text);
    QCOMPARE(tomlWithValue(text, at(u"b"_s), QJsonArray{1, 2}).value(), text);
}

void TestTomlEdit::removes_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("after");
    using B = QByteArray;
    QTest::newRow("line") << B("a = 1 # one\r\nb = 2\r\n") << u"a"_s << B("b = 2\r\n");
    QTest::newRow("value over lines")
        << B("[x]\n  a = [\n 1,\n]\n  b = 2\n") << u"x.a"_s << B("[x]\n  b = 2\n");
    QTest::newRow("last line") << B("a = 1\nb = 2") << u"b"_s << B("a = 1\n");
    QTest::newRow("section") << B("[a]\nx = 1\n[b]\ny = 2\n[a.c]\nz = 3\n[d]\n") << u"a"_s
                             << B("[b]\ny = 2\n[d]\n");
    QTest::newRow("section of a list") << B("[[s]]\np = 1\n[[s]]\np = 2\n[s.t]\n[[s]]\np = 3\n")
                                       << u"s[1]"_s << B("[[s]]\np = 1\n[[s]]\np = 3\n");
    QTest::newRow("in a line, first")
        << B("a = { b = 1, c = 2 }\n") << u"a.b"_s << B("a = { c = 2 }\n");
    QTest::newRow("in a line, last")
        << B("a = { b = 1, c = 2 }\n") << u"a.c"_s << B("a = { b = 1 }\n");
    QTest::newRow("entry") << B("a = [1, 2, 3]\n") << u"a[1]"_s << B("a = [1, 3]\n");
    QTest::newRow("dotted") << B("a.b = 1\na.c = 2\n") << u"a.b"_s << B("a.c = 2\n");
}

void TestTomlEdit::removes()
{
    QFETCH(QByteArray, before);
    QFETCH(QString, path);
    QFETCH(QByteArray, after);
    const Result<QByteArray> edited = tomlWithoutValue(before, at(path));
    QVERIFY2(edited, edited ? "" : qPrintable(edited.error().detail));
    QCOMPARE(*edited, after);
}

void TestTomlEdit::refuses_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    using B = QByteArray;
    using V = QJsonValue;
    QTest::newRow("broken file") << B("a = \nb = 1\n") << u"b"_s << V(2);
    QTest::newRow("nothing") << B("a = 1\n") << u"a"_s << V();
    QTest::newRow("nothing inside") << B("a = 1\n") << u"a"_s << V(QJsonArray{V()});
    QTest::newRow("a section by a value") << B("[a]\nb = 1\n") << u"a"_s << V(1);
    QTest::newRow("below a value") << B("a = 1\n") << u"a.b"_s << V(1);
    const QJsonObject entry{{u"a"_s, 1}};
    QTest::newRow("entry far behind") << B("[[s]]\n") << u"s[7]"_s << V(entry);
    QTest::newRow("entry of no list") << B("a = 1\n") << u"a[0]"_s << V(1);
    QTest::newRow("no key") << B("a = 1\n") << u"[0]"_s << V(1);
}

void TestTomlEdit::refuses()
{
    QFETCH(QByteArray, before);
    QFETCH(QString, path);
    QFETCH(QJsonValue, value);
    const Result<QByteArray> edited = tomlWithValue(before, at(path), value);
    QVERIFY2(!edited, edited ? edited->constData() : "");
    QCOMPARE(edited.error().kind, Error::Kind::InvalidInput);
    QVERIFY(!edited.error().detail.isEmpty());
    QCOMPARE(tomlWithoutValue("a = 1\n", at(u"b"_s)).error().kind, Error::Kind::NotFound);
}

QTEST_GUILESS_MAIN(TestTomlEdit)
#include "tst_tomledit.moc"
