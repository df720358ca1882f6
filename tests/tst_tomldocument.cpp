#include "config/tomldocument.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

// A second opinion on what TOML is.
#undef TOML_SHARED_LIB
#undef TOML_HEADER_ONLY
#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
#undef NDEBUG
#define TOML_ASSERT(expr) static_cast<void>(0)
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

#include <cmath>
#include <string_view>

using namespace Qt::StringLiterals;

namespace {
QByteArray json(const QByteArray &toml)
{
    return QJsonDocument(readToml(toml).toJson()).toJson(QJsonDocument::Compact);
}

QString place(const ConfigFinding &finding)
{
    return u"%1:%2 %3"_s.arg(finding.line).arg(finding.column).arg(configCodeName(finding.code));
}

QStringList places(const QByteArray &toml)
{
    QStringList all;
    for (const ConfigFinding &finding : readToml(toml).findings)
        all.append(place(finding));
    return all;
}

int nodeAt(const TomlDocument &document, const QString &path)
{
    return document.find(configPathFromText(path).value());
}
} // namespace

class TestTomlDocument final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsValues_data();
    void readsValues();
    void refuses_data();
    void refuses();
    void tellsPlaces();
    void placesAreExactBytes();
    void brokenLineLeavesTheRest_data();
    void brokenLineLeavesTheRest();
    void keysOfABrokenSectionGoNowhere();
    void pathsReadBack_data();
    void pathsReadBack();
    void pathsThatAreNone_data();
    void pathsThatAreNone();
    void hostileTextsEndInFindings_data();
    void hostileTextsEndInFindings();
    void everyPrefixAndEveryByteIsSurvived();
};

namespace {
QJsonValue other(const toml::node &node);

QJsonObject other(const toml::table &table)
{
    QJsonObject object;
    for (const auto &[key, node] : table)
        object.insert(
            QString::fromUtf8(key.str().data(), qsizetype(key.str().size())), other(node));
    return object;
}

QJsonValue other(const toml::node &node)
{
    if (const auto *table = node.as_table())
        return other(*table);
    if (const auto *text = node.as_string())
        return QString::fromStdString(text->get());
    if (const auto *whole = node.as_integer())
        return qint64(whole->get());
    if (const auto *number = node.as_floating_point())
        return std::isfinite(number->get()) ? QJsonValue(number->get()) : QJsonValue(u"?"_s);
    if (const auto *truth = node.as_boolean())
        return truth->get();
    if (const auto *array = node.as_array()) {
        QJsonArray values;
        for (const toml::node &entry : *array)
            values.append(other(entry));
        return values;
    }
    return u"?"_s; // dates are written in more ways than one
}

// The same with dates and infinities blotted out.
QJsonValue blotted(const TomlDocument &document, int index)
{
    const TomlNode &node = document.nodes.at(index);
    const bool isWord = node.scalar.isString()
        && !QByteArrayView("\"'").contains(document.text.at(node.value.begin));
    if (node.kind == TomlNode::Kind::Scalar)
        return node.isDate || isWord ? QJsonValue(u"?"_s) : node.scalar;
    QJsonObject object;
    QJsonArray array;
    for (const int child : node.children) {
        object.insert(document.nodes.at(child).key, blotted(document, child));
        array.append(blotted(document, child));
    }
    return node.kind == TomlNode::Kind::Table ? QJsonValue(object) : QJsonValue(array);
}

toml::parse_result otherReading(const QByteArray &text)
{
    return toml::parse(std::string_view(text.constData(), std::size_t(text.size())));
}
} // namespace

void TestTomlDocument::readsValues_data()
{
    QTest::addColumn<QByteArray>("toml");
    QTest::addColumn<QByteArray>("expected");
    using B = QByteArray;
    QTest::newRow("nothing") << B("") << B("{}");
    QTest::newRow("comments") << B("# a\n  # b\n\n#c") << B("{}");
    QTest::newRow("byte order mark") << B("\xef\xbb\xbf"
                                          "a = 1")
                                     << B(R"({"a":1})");
    QTest::newRow("texts") << B("a = \"x\\\"y\\n\\u00e9\\U0001F600\"\nb = 'c:\\x'")
                           << B("{\"a\":\"x\\\"y\\n\xc3\xa9\xf0\x9f\x98\x80\",\"b\":\"c:\\\\x\"}");
    QTest::newRow("long texts") << B("a = \"\"\"\nx\n  \"y\" \\\n   z\"\"\"\"\nb = '''\n'q''''")
                                << B(R"({"a":"x\n  \"y\" z\"","b":"'q'"})");
    QTest::newRow("crlf in long texts")
        << B("a = \"\"\"\r\nx\r\ny\"\"\"\r\n") << B(R"({"a":"x\ny"})");
    QTest::newRow("whole numbers")
        << B("a = 1_000\nb = -17\nc = +0\nd = 0xdead_beef\ne = 0o755\nf = 0b101\ng = "
             "9223372036854775807\nh = -9223372036854775808")
        << B(R"({"a":1000,"b":-17,"c":0,"d":3735928559,"e":493,"f":5,"g":9223372036854775807,"h":-9223372036854775808})");
    QTest::newRow("fractions")
        << B("a = 0.5\nb = -1e3\nc = 6.25e-1\nd = 1_0.2_5\ne = inf\nf = -inf")
        << B(R"({"a":0.5,"b":-1000,"c":0.625,"d":10.25,"e":"inf","f":"-inf"})");
    QTest::newRow("truth") << B("a = true\nb=false") << B(R"({"a":true,"b":false})");
    QTest::newRow("dates")
        << B("a = 1979-05-27\nb = 07:32:00.25\nc = 1979-05-27T07:32:00Z\nd = 1979-05-27 "
             "07:32:00-07:00")
        << B(R"({"a":"1979-05-27","b":"07:32:00.25","c":"1979-05-27T07:32:00Z","d":"1979-05-27T07:32:00-07:00"})");
    QTest::newRow("lists") << B("a = [ 1, # one\n  [\"x\"],\n  {b = 2},\n]\nc = []")
                           << B(R"({"a":[1,["x"],{"b":2}],"c":[]})");
    QTest::newRow("tables in a line")
        << B("a = { b.c = 1, 'd e' = {} , b.f = 2 }") << B(R"({"a":{"b":{"c":1,"f":2},"d e":{}}})");
    QTest::newRow("dotted keys") << B("a.b = 1\n\"a\" . c = 2\n3.1 = 4")
                                 << B(R"({"3":{"1":4},"a":{"b":1,"c":2}})");
    QTest::newRow("sections") << B("[a.b]\nx = 1\n[a]\ny = 2\n[ a . \"c d\" ]\n")
                              << B(R"({"a":{"b":{"x":1},"c d":{},"y":2}})");
    QTest::newRow("lists of sections")
        << B("[[a]]\nx = 1\n[a.b]\ny = 2\n[[a]]\n[[a.c]]\n[[a.c]]\nz = 3")
        << B(R"({"a":[{"b":{"y":2},"x":1},{"c":[{},{"z":3}]}]})");
    QTest::newRow("section below a dotted key")
        << B("[a]\nb.c = 1\n[a.b.d]\ne = 2") << B(R"({"a":{"b":{"c":1,"d":{"e":2}}}})");
    QTest::newRow("windows") << B("a = 1\r\n[b]\r\nc = 2 # d\r\n") << B(R"({"a":1,"b":{"c":2}})");
}

void TestTomlDocument::readsValues()
{
    QFETCH(QByteArray, toml);
    QFETCH(QByteArray, expected);
    QCOMPARE(places(toml), QStringList());
    QCOMPARE(json(toml), expected);
    const toml::parse_result parsed = otherReading(toml);
    QVERIFY(parsed.succeeded());
    QCOMPARE(blotted(readToml(toml), 0), QJsonValue(other(parsed.table())));
}

void TestTomlDocument::refuses_data()
{
    QTest::addColumn<QByteArray>("toml");
    QTest::addColumn<QString>("first");
    using B = QByteArray;
    QTest::newRow("no equals") << B("a\n") << u"1:2 syntax-equals"_s;
    QTest::newRow("no value") << B("a =\n") << u"1:4 syntax-value"_s;
    QTest::newRow("no key") << B("= 1") << u"1:1 syntax-key"_s;
    QTest::newRow("yaml") << B("app: x") << u"1:4 syntax-equals"_s;
    QTest::newRow("word") << B("a = yes") << u"1:5 syntax-value"_s;
    QTest::newRow("open text") << B("x = 1\na = \"b\n") << u"2:5 syntax-text"_s;
    QTest::newRow("open long text") << B("a = '''b\nc") << u"1:5 syntax-text"_s;
    QTest::newRow("escape") << B("a = \"\\q\"") << u"1:6 syntax-escape"_s;
    QTest::newRow("half a pair") << B("a = \"\\ud800\"") << u"1:6 syntax-escape"_s;
    QTest::newRow("tab is fine, bell is not") << B("a = \"\t\a\"") << u"1:7 syntax-control"_s;
    QTest::newRow("bell in a comment") << B("a = 1 # \a") << u"1:9 syntax-control"_s;
    QTest::newRow("leading zero") << B("a = 012") << u"1:5 syntax-number"_s;
    QTest::newRow("underscores") << B("a = 1__0") << u"1:5 syntax-number"_s;
    QTest::newRow("no fraction") << B("a = 1.") << u"1:5 syntax-number"_s;
    QTest::newRow("too large") << B("a = 9223372036854775808") << u"1:5 syntax-number"_s;
    QTest::newRow("no such day") << B("a = 2023-02-29") << u"1:5 syntax-date"_s;
    QTest::newRow("no such hour") << B("a = 24:00:00") << u"1:5 syntax-date"_s;
    QTest::newRow("behind a value") << B("a = 1 b = 2") << u"1:7 syntax-line-end"_s;
    QTest::newRow("open list") << B("a = [1, 2\nb = 3") << u"2:1 syntax-list"_s;
    QTest::newRow("open table") << B("a = { b = 1\n") << u"1:12 syntax-list"_s;
    QTest::newRow("comma at the end of a table") << B("a = { b = 1, }") << u"1:14 syntax-key"_s;
    QTest::newRow("open header") << B("[a\nb = 1") << u"1:3 syntax-header"_s;
    QTest::newRow("empty header") << B("[]") << u"1:2 syntax-key"_s;
    QTest::newRow("blank in double bracket") << B("[[a] ]") << u"1:4 syntax-header"_s;
    QTest::newRow("key twice") << B("a = 1\na = 2") << u"2:1 duplicate-key"_s;
    QTest::newRow("key twice in a line") << B("a = {b = 1, b = 2}") << u"1:13 duplicate-key"_s;
    QTest::newRow("section twice") << B("[a]\n[a]") << u"2:1 redefined-section"_s;
    QTest::newRow("section over a value") << B("a = 1\n[a]") << u"2:1 redefined-section"_s;
    QTest::newRow("section in a table in a line")
        << B("a = {}\n[a.b]") << u"2:1 redefined-section"_s;
    QTest::newRow("list over a section") << B("[a.b]\n[[a]]") << u"2:1 redefined-section"_s;
    QTest::newRow("section over a list") << B("[[a]]\n[a]") << u"2:1 redefined-section"_s;
    QTest::newRow("list grows a written list")
        << B("a = [{}]\n[[a]]") << u"2:1 redefined-section"_s;
    QTest::newRow("section over a dotted key")
        << B("[a]\nb.c = 1\n[a.b]") << u"3:1 redefined-section"_s;
    QTest::newRow("dotted key into a section")
        << B("[a.b.c]\nz = 9\n[a]\nb.c.t = 1") << u"4:1 redefined-section"_s;
    QTest::newRow("dotted key into a value") << B("a = 1\na.b = 2") << u"2:1 redefined-section"_s;
    QTest::newRow("characters, not bytes")
        << B("\"\xc3\xa9\xc3\xa9\" = 1 x") << u"1:10 syntax-line-end"_s;
    QTest::newRow("not utf-8") << B("a = \"\xff\"") << u"1:6 not-utf8"_s;
    QTest::newRow("too long a form of utf-8") << B("a = \"\xc0\x80\"") << u"1:6 not-utf8"_s;
    QTest::newRow("lone carriage return") << B("a = 1\rb = 2") << u"1:6 syntax-line-end"_s;
}

void TestTomlDocument::refuses()
{
    QFETCH(QByteArray, toml);
    QFETCH(QString, first);
    QCOMPARE(places(toml).value(0), first);
    QVERIFY(otherReading(toml).failed());
}

void TestTomlDocument::tellsPlaces()
{
    const TomlDocument document =
        readToml("a = 1\n[b.c]\n  d = [ 1,\n    { e = 2 } ]\n[[f]]\n[[f]]\ng.h = 3\n");
    const auto at = [&](const QString &path) {
        const int node = nodeAt(document, path);
        return node < 0
            ? u"nowhere"_s
            : u"%1:%2"_s.arg(document.nodes.at(node).line).arg(document.nodes.at(node).column);
    };
    QCOMPARE(at(u"a"_s), u"1:1"_s);
    QCOMPARE(at(u"b.c"_s), u"2:1"_s);
    QCOMPARE(at(u"b.c.d"_s), u"3:3"_s);
    QCOMPARE(at(u"b.c.d[1]"_s), u"4:5"_s);
    QCOMPARE(at(u"b.c.d[1].e"_s), u"4:7"_s);
    QCOMPARE(at(u"f[1]"_s), u"6:1"_s);
    QCOMPARE(at(u"f[1].g.h"_s), u"7:3"_s);
    QCOMPARE(at(u"f[2]"_s), u"nowhere"_s);
    QCOMPARE(at(u"a.b"_s), u"nowhere"_s);
    QCOMPARE(document.pathOf(nodeAt(document, u"f[1].g.h"_s)), u"f[1].g.h"_s);
}

void TestTomlDocument::placesAreExactBytes()
{
    const TomlDocument document = readToml("k = \"\xc3\xa9\" # c\nl = [ 1 ,2 ]\n[t]\nm = 0x1F\n");
    const auto bytes = [&](const QString &path) {
        const TextSpan span = document.nodes.at(nodeAt(document, path)).value;
        return document.text.mid(span.begin, span.end - span.begin);
    };
    QCOMPARE(bytes(u"k"_s), QByteArray("\"\xc3\xa9\""));
    QCOMPARE(bytes(u"l"_s), QByteArray("[ 1 ,2 ]"));
    QCOMPARE(bytes(u"l[1]"_s), QByteArray("2"));
    QCOMPARE(bytes(u"t"_s), QByteArray("[t]"));
    QCOMPARE(bytes(u"t.m"_s), QByteArray("0x1F"));
}

void TestTomlDocument::brokenLineLeavesTheRest_data()
{
    QTest::addColumn<QByteArray>("toml");
    QTest::addColumn<QStringList>("found");
    QTest::addColumn<QByteArray>("expected");
    using B = QByteArray;
    QTest::newRow("a line") << B("a = 1\nb = yes\nc = 3") << QStringList{u"2:5 syntax-value"_s}
                            << B(R"({"a":1,"c":3})");
    QTest::newRow("two lines") << B("a 1\nb = \"x\nc = 3")
                               << QStringList{u"1:3 syntax-equals"_s, u"2:5 syntax-text"_s}
                               << B(R"({"c":3})");
    QTest::newRow("a list over lines") << B("a = [\n  1,\n  oops,\n  2,\n]\nc = 3")
                                       << QStringList{u"3:3 syntax-value"_s} << B(R"({"c":3})");
    QTest::newRow("an open list") << B("a = [\n  1,\n[b]\nc = 3")
                                  << QStringList{u"3:2 syntax-value"_s} << B(R"({"c":3})");
    QTest::newRow("the second of two")
        << B("a = 1\na = 2\nc = 3") << QStringList{u"2:1 duplicate-key"_s} << B(R"({"a":1,"c":3})");
}

void TestTomlDocument::brokenLineLeavesTheRest()
{
    QFETCH(QByteArray, toml);
    QFETCH(QStringList, found);
    QFETCH(QByteArray, expected);
    QCOMPARE(places(toml), found);
    QCOMPARE(json(toml), expected);
}

void TestTomlDocument::keysOfABrokenSectionGoNowhere()
{
    const QByteArray toml = "[a]\nx = 1\n[b\ny = 2\nx = 3\n[c]\nz = 4\n[a]\nx = 5\n[d]\nw = 6\n";
    QCOMPARE(json(toml), QByteArray(R"({"a":{"x":1},"c":{"z":4},"d":{"w":6}})"));
    QCOMPARE(places(toml).size(), 3); // the open header, the second [a], x again where both went
}

void TestTomlDocument::pathsReadBack_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text : {u"app"_s,
             u"services[0].ports[12].port"_s,
             u"env.\"a.b\""_s,
             u"env.\"\""_s,
             u"x.\"q\\\"u\\\\o\""_s,
             u"a[0][1].b-c_D"_s})
        QTest::newRow(qPrintable(text)) << text;
}

void TestTomlDocument::pathsReadBack()
{
    QFETCH(QString, text);
    const std::optional<ConfigPath> path = configPathFromText(text);
    QVERIFY(path);
    QCOMPARE(configPathText(*path), text);
}

void TestTomlDocument::pathsThatAreNone_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text : {u"a."_s,
             u".a"_s,
             u"a..b"_s,
             u"a[x]"_s,
             u"a[1"_s,
             u"a[-1]"_s,
             u"a b"_s,
             u"\"a"_s,
             u"a\"b\""_s})
        QTest::newRow(qPrintable(text)) << text;
}

void TestTomlDocument::pathsThatAreNone()
{
    QFETCH(QString, text);
    QVERIFY(!configPathFromText(text));
}

void TestTomlDocument::hostileTextsEndInFindings_data()
{
    QTest::addColumn<QByteArray>("toml");
    QTest::addColumn<QString>("code");
    using B = QByteArray;
    QTest::newRow("ten megabytes") << B(10 * 1024 * 1024, '#') << u"file-too-large"_s;
    QTest::newRow("nested lists") << B("a = ").append(B(500'000, '[')) << u"file-too-deep"_s;
    QTest::newRow("nested tables")
        << B("a = ").append(B("{a=").repeated(300'000)) << u"file-too-deep"_s;
    QTest::newRow("long dotted key")
        << B("a.").repeated(300'000).append("a = 1") << u"file-too-deep"_s;
    QTest::newRow("long header") << B("[").append(B("a.").repeated(300'000)).append("a]")
                                 << u"file-too-deep"_s;
    QTest::newRow("many values") << B("a = [").append(B("0,").repeated(400'000)).append("]")
                                 << u"file-too-many-keys"_s;
    QTest::newRow("many sections") << B("[[a]]\n").repeated(100'000) << u"file-too-many-keys"_s;
    QTest::newRow("many errors") << B("=\n").repeated(500'000) << u"syntax-key"_s;
    QTest::newRow("many open texts") << B("a='''\n[a\n").repeated(90'000) << u"syntax-header"_s;
}

void TestTomlDocument::hostileTextsEndInFindings()
{
    QFETCH(QByteArray, toml);
    QFETCH(QString, code);
    const TomlDocument document = readToml(toml);
    QVERIFY(!document.findings.isEmpty());
    QCOMPARE(configCodeName(document.findings.constLast().code), code);
    QVERIFY(document.findings.size() <= 60);
    QVERIFY(document.nodes.size() <= 20'000);
}

void TestTomlDocument::everyPrefixAndEveryByteIsSurvived()
{
    const QByteArray whole = "a = \"x\\u00e9\" # c\r\n[b.\"c\"]\nd = [1, {e = 0x1F}, '''q''']\n"
                             "[[f]]\ng.h = 1979-05-27 07:32:00Z\ni = -1_0.5e+3\n";
    QVERIFY(readToml(whole).findings.isEmpty());
    for (qsizetype length = 0; length < whole.size(); ++length) {
        (void)readToml(whole.left(length)).toJson();
        for (const char byte : {'\0', '"', '\'', '[', '{', '=', '.', '\n', '\xff'}) {
            QByteArray broken = whole;
            broken[length] = byte;
            const TomlDocument document = readToml(broken);
            (void)document.toJson();
            for (const ConfigFinding &finding : document.findings)
                QVERIFY(finding.line > 0 && finding.column > 0);
        }
    }
}

QTEST_GUILESS_MAIN(TestTomlDocument)
#include "tst_tomldocument.moc"
