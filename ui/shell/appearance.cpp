#include "ui/shell/appearance.h"

#include "core/log.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QPainter>
#include <QProxyStyle>
#include <QStyleFactory>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace {

constexpr auto s_portal = "org.freedesktop.portal.Desktop"_L1;
constexpr auto s_portalPath = "/org/freedesktop/portal/desktop"_L1;
constexpr auto s_interface = "org.freedesktop.portal.Settings"_L1;
constexpr auto s_group = "org.freedesktop.appearance"_L1;
constexpr auto s_key = "color-scheme"_L1;

// Fusion makes the edges of fields and boxes to tick from the window's colour, darker: in the dark
// they cannot be seen. And it leaves the text of a longer button no room at its sides.
class CalmFusion final : public QProxyStyle
{
public:
    CalmFusion()
        : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
    {
    }

    [[nodiscard]] QSize sizeFromContents(ContentsType type,
        const QStyleOption *option,
        const QSize &contents,
        const QWidget *widget) const override
    {
        constexpr int atSides = 12;
        const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        const int text = contents.width() + 2 * atSides;
        return type == CT_PushButton ? size.expandedTo({text, 0}) : size;
    }

    [[nodiscard]] int styleHint(StyleHint hint,
        const QStyleOption *option,
        const QWidget *widget,
        QStyleHintReturn *more) const override
    {
        if (hint == SH_DialogButtonBox_ButtonsHaveIcons) // none of our own has one
            return 0;
        return QProxyStyle::styleHint(hint, option, widget, more);
    }

    void drawPrimitive(PrimitiveElement element,
        const QStyleOption *option,
        QPainter *painter,
        const QWidget *widget) const override
    {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        const Theme &theme = Theme::of(option->palette);
        const bool edged = element == PE_FrameLineEdit || element == PE_IndicatorRadioButton
            || element == PE_IndicatorCheckBox;
        if (!edged || !theme.dark || option->state.testFlag(State_HasFocus))
            return;
        const bool enabled = option->state.testFlag(State_Enabled);
        const QColor edge = mixed(theme.window, theme.mutedText, enabled ? 0.65 : 0.35);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(edge);
        painter->setBrush(Qt::NoBrush);
        const QRectF frame = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
        if (element == PE_IndicatorRadioButton)
            painter->drawEllipse(frame.adjusted(0.5, 0.5, -0.5, -0.5));
        else
            painter->drawRoundedRect(frame, 2, 2);
        painter->restore();
    }
};

// The portal wraps the value in one or two variants, by version.
uint schemeOf(QVariant value)
{
    while (value.metaType() == QMetaType::fromType<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value.toUInt(); // 0: no preference, 1: dark, 2: light
}

} // namespace

Appearance::Appearance(Settings &settings, bool askDesktop, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_choice(settings.theme())
{
    QApplication::setStyle(new CalmFusion);
    QApplication::setFont(Theme::interfaceFont(QApplication::font()));
    apply();
    if (askDesktop)
        askPortal();
}

void Appearance::choose(Settings::Theme theme)
{
    m_settings.setTheme(theme);
    m_choice = theme;
    apply();
}

void Appearance::portalSettingChanged(
    const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group != s_group || key != s_key)
        return;
    m_desktopIsDark = schemeOf(value.variant()) == 1;
    apply();
}

void Appearance::askPortal()
{
    if (!QDBusConnection::sessionBus().isConnected()) {
        Log::area("ui")->info("desktop colour scheme unknown: no session bus");
        return;
    }
    // Listened to once the desktop has answered, and then asked again: a rule given to a bus that
    // was only just opened is lost.
    readPortal([this] {
        QDBusConnection::sessionBus().connect(s_portal,
            s_portalPath,
            s_interface,
            u"SettingChanged"_s,
            this,
            SLOT(portalSettingChanged(QString, QString, QDBusVariant)));
        readPortal({});
    });
}

void Appearance::readPortal(const std::function<void()> &then)
{
    QDBusMessage call =
        QDBusMessage::createMethodCall(s_portal, s_portalPath, s_interface, u"Read"_s);
    call << QString(s_group) << QString(s_key);
    auto *watcher =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call, 2000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, then] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isError()) {
            Log::area("ui")->info(
                "desktop colour scheme unknown: {}", reply.error().name().toStdString());
            return;
        }
        m_desktopIsDark = schemeOf(reply.value().variant()) == 1;
        apply();
        if (then)
            then();
    });
}

void Appearance::apply()
{
    const bool dark = m_choice == Settings::Theme::Dark
        || (m_choice == Settings::Theme::System && m_desktopIsDark);
    if (m_applied && dark == m_dark) {
        Q_EMIT changed(); // the choice itself may have changed
        return;
    }
    m_applied = true;
    m_dark = dark;
    QApplication::setPalette(Theme::forScheme(dark).palette());
    Q_EMIT changed();
}
