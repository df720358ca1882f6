#include "app/languages.h"

#include <QCoreApplication>
#include <QFile>
#include <QLibraryInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Message
{
    QString context;
    QString source;
    bool numerous = false;
    QString type; // "unfinished", "vanished", "obsolete" or empty
    QStringList translations; // one, or one per plural form
    [[nodiscard]] QString name() const { return context % u": "_s % source; }
};

void readMessage(QXmlStreamReader &xml, Message &message)
{
    message.numerous = xml.attributes().value("numerus"_L1) == "yes"_L1;
    while (xml.readNextStartElement()) {
        if (xml.name() == "source"_L1) {
            message.source = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            message.type = xml.attributes().value("type"_L1).toString();
            if (!message.numerous) {
                message.translations += xml.readElementText();
                continue;
            }
            while (xml.readNextStartElement())
                message.translations += xml.readElementText();
        } else {
            xml.skipCurrentElement();
        }
    }
}

QList<Message> readTs(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1) {
            context = xml.readElementText();
        } else if (xml.name() == "message"_L1) {
            Message message;
            message.context = context;
            readMessage(xml, message);
            messages.append(message);
        }
    }
    return messages;
}

QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern(u"%(L?\\d{1,2}|L?n)"_s);
    QStringList found;
    for (auto match = pattern.globalMatch(text); match.hasNext();) {
        const QString one = match.next().captured(1);
        found += one.endsWith(u'n') ? u"n"_s : one;
    }
    found.sort();
    found.removeDuplicates();
    return found;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString tsPath(const QString &language)
{
    return QStringLiteral(SOURCE_TREE) % u"/translations/atalaya_"_s % language % u".ts"_s;
}

} // namespace

// lrelease 6.4 cannot fail, so this is the gate (house style, section 11).
class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesAreUpToDate();
    void everythingIsTranslated_data() { languages(); }
    void everythingIsTranslated();
    void placeholdersAgree_data() { languages(); }
    void placeholdersAgree();
    void pluralsAreComplete_data() { languages(); }
    void pluralsAreComplete();
    void marksAndSpacesAgree_data() { languages(); }
    void marksAndSpacesAgree();
    void bothLanguagesAreCompiledIn();

private:
    static void languages();
};

void TestTranslations::languages()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("en") << u"en"_s;
    QTest::newRow("es") << u"es"_s;
}

void TestTranslations::filesAreUpToDate()
{
    const QTemporaryDir folder;
    QStringList arguments{u"-silent"_s,
        u"-locations"_s,
        u"none"_s,
        u"-I"_s,
        QStringLiteral(SOURCE_TREE),
        u"-I"_s,
        QStringLiteral(SOURCE_TREE "/services"),
        u"@" TRANSLATION_SOURCES ""_s,
        u"-ts"_s};
    for (const QString &language : {u"en"_s, u"es"_s}) {
        const QString copy = folder.filePath(u"atalaya_%1.ts"_s.arg(language));
        QVERIFY(QFile::copy(tsPath(language), copy));
        arguments += copy;
    }
    QProcess lupdate;
    lupdate.setProcessChannelMode(QProcess::MergedChannels);
    lupdate.start(QStringLiteral(LUPDATE), arguments);
    QVERIFY(lupdate.waitForFinished(120'000));
    const QByteArray output = lupdate.readAll();
    QVERIFY2(lupdate.exitCode() == 0, output.constData());
    for (const QString &language : {u"en"_s, u"es"_s}) {
        const bool same =
            bytesOf(folder.filePath(u"atalaya_%1.ts"_s.arg(language))) == bytesOf(tsPath(language));
        QVERIFY2(same, "build the target update_translations and fill in what it adds");
    }
}

void TestTranslations::everythingIsTranslated()
{
    QFETCH(const QString, language);
    const QList<Message> messages = readTs(tsPath(language));
    QVERIFY(messages.size() > 50);
    QStringList wrong;
    for (const Message &message : messages) {
        const bool empty = std::any_of(message.translations.cbegin(),
            message.translations.cend(),
            [](const QString &text) { return text.isEmpty(); });
        // English repeats its source by leaving a message without plural empty.
        const bool ownWords = language == "en"_L1 && !message.numerous && message.type.isEmpty();
        if (!message.type.isEmpty() || ((empty || message.translations.isEmpty()) && !ownWords))
            wrong += message.type % u" "_s % message.name();
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestTranslations::placeholdersAgree()
{
    QFETCH(const QString, language);
    QStringList wrong;
    for (const Message &message : readTs(tsPath(language))) {
        const QStringList wanted = placeholders(message.source);
        for (const QString &text : message.translations) {
            QStringList found = placeholders(text);
            // "1 machine" may say its number in words.
            if (message.numerous && wanted.contains(u"n"_s) && !found.contains(u"n"_s)) {
                found += u"n"_s;
                found.sort();
            }
            if (!text.isEmpty() && found != wanted)
                wrong += message.name() % u" -> "_s % text;
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestTranslations::pluralsAreComplete()
{
    QFETCH(const QString, language);
    QStringList wrong;
    for (const Message &message : readTs(tsPath(language))) {
        if (message.source.contains("%n"_L1) != message.numerous
            && message.source.contains("%Ln"_L1) != message.numerous)
            wrong += u"number without plural forms: "_s % message.name();
        // Both languages have two forms in Qt 6.4.
        if (message.numerous
            && (message.translations.size() != 2 || message.translations.contains(QString())))
            wrong += message.name();
        if (message.numerous && message.translations.join(u' ').contains("(s)"_L1))
            wrong += message.name();
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestTranslations::marksAndSpacesAgree()
{
    QFETCH(const QString, language);
    const auto edge = [](const QString &text) {
        const QChar last = text.isEmpty() ? QChar() : text.back();
        return u".:?!…"_s.contains(last) ? last : QChar();
    };
    QStringList wrong;
    for (const Message &message : readTs(tsPath(language))) {
        for (const QString &text : message.translations) {
            if (text.isEmpty())
                continue;
            const bool spaces = text.front().isSpace() != message.source.front().isSpace()
                || text.back().isSpace() != message.source.back().isSpace();
            if (spaces || edge(text) != edge(message.source)
                || text.count(u'&') != message.source.count(u'&'))
                wrong += message.name() % u" -> "_s % text;
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestTranslations::bothLanguagesAreCompiledIn()
{
    QVERIFY(QFile::exists(u":/i18n/atalaya_en.qm"_s));
    QVERIFY(QFile::exists(u":/i18n/atalaya_es.qm"_s));
    // A plural of each language, through the same door as the programs.
    const auto plural = [](const QString &language, int count) {
        for (const Message &message : readTs(tsPath(language))) {
            if (message.numerous)
                return QCoreApplication::translate(message.context.toUtf8().constData(),
                    message.source.toUtf8().constData(),
                    nullptr,
                    count);
        }
        return QString();
    };
    for (const QString &language : {u"en"_s, u"es"_s}) {
        Languages::install(*QCoreApplication::instance(), language);
        QVERIFY(plural(language, 1) != plural(language, 2));
        QVERIFY(!plural(language, 2).contains("(s)"_L1));
    }
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
