#include "ui/widgets/theme.h"

#include <QFontDatabase>

#include <cmath>

namespace {

Theme makeLight()
{
    Theme theme;
    theme.window = QColor(0xF3, 0xF4, 0xF6);
    theme.surface = QColor(0xFF, 0xFF, 0xFF);
    theme.raised = QColor(0xF9, 0xFA, 0xFB);
    theme.text = QColor(0x1B, 0x1F, 0x24);
    theme.mutedText = QColor(0x5A, 0x61, 0x6B);
    theme.hairline = QColor(0xD5, 0xD9, 0xDE);
    theme.grid = QColor(0xEC, 0xEE, 0xF1);
    theme.hover = QColor(0xF1, 0xF4, 0xF5);
    theme.accent = QColor(0x0F, 0x7B, 0x7B);
    theme.onAccent = QColor(0xFF, 0xFF, 0xFF);
    theme.selection = QColor(0xDD, 0xEE, 0xEE);
    theme.ghost = QColor(0xE3, 0xE6, 0xEA);
    theme.production = QColor(0xB3, 0x26, 0x1E);
    return theme;
}

Theme makeDark()
{
    Theme theme;
    theme.dark = true;
    theme.window = QColor(0x1A, 0x1D, 0x21);
    theme.surface = QColor(0x20, 0x24, 0x29);
    theme.raised = QColor(0x28, 0x2D, 0x33);
    theme.text = QColor(0xE7, 0xE9, 0xEC);
    theme.mutedText = QColor(0xA5, 0xAC, 0xB6);
    theme.hairline = QColor(0x3A, 0x40, 0x48);
    theme.grid = QColor(0x2B, 0x30, 0x36);
    theme.hover = QColor(0x27, 0x2C, 0x32);
    theme.accent = QColor(0x35, 0xB5, 0xB0);
    theme.onAccent = QColor(0x08, 0x1C, 0x1C);
    theme.selection = QColor(0x1E, 0x40, 0x42);
    theme.ghost = QColor(0x36, 0x3C, 0x44);
    theme.production = QColor(0xB3, 0x26, 0x1E);
    return theme;
}

QString firstInstalled(const QStringList &families)
{
    for (const QString &family : families) {
        if (QFontDatabase::hasFamily(family))
            return family;
    }
    return {};
}

qreal linear(qreal channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

qreal luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

} // namespace

QColor Theme::status(Status status) const
{
    switch (status) {
    case Status::Succeeded:
        return dark ? QColor(0x5C, 0xC9, 0x8A) : QColor(0x2E, 0x7D, 0x4F);
    case Status::Running:
        return accent;
    case Status::Waiting:
        return dark ? QColor(0x9A, 0xA0, 0xAA) : QColor(0x8A, 0x8F, 0x98);
    case Status::Warning:
        return dark ? QColor(0xF0, 0xB3, 0x54) : QColor(0xB2, 0x6A, 0x00);
    case Status::Failed:
        return dark ? QColor(0xFF, 0x8A, 0x80) : QColor(0xB3, 0x26, 0x1E);
    case Status::RolledBack:
        return dark ? QColor(0xB9, 0xA2, 0xE8) : QColor(0x6B, 0x4F, 0xA0);
    case Status::Unknown:
    case Status::Skipped:
        break;
    }
    return dark ? QColor(0x9C, 0xA3, 0xAF) : QColor(0x6B, 0x72, 0x80);
}

QColor Theme::onStatus(Status) const
{
    return dark ? QColor(0x0D, 0x14, 0x14) : QColor(0xFF, 0xFF, 0xFF);
}

QPalette Theme::palette() const
{
    QPalette result;
    result.setColor(QPalette::Window, window);
    result.setColor(QPalette::WindowText, text);
    result.setColor(QPalette::Base, surface);
    result.setColor(QPalette::AlternateBase, raised);
    result.setColor(QPalette::Text, text);
    result.setColor(QPalette::PlaceholderText, mutedText);
    result.setColor(QPalette::Button, dark ? raised : window);
    result.setColor(QPalette::ButtonText, text);
    result.setColor(QPalette::BrightText, dark ? QColor(0xFF, 0xFF, 0xFF) : QColor(0, 0, 0));
    result.setColor(QPalette::ToolTipBase, raised);
    result.setColor(QPalette::ToolTipText, text);
    result.setColor(QPalette::Highlight, accent);
    result.setColor(QPalette::HighlightedText, onAccent);
    result.setColor(QPalette::Link, accent);
    result.setColor(QPalette::LinkVisited, status(Status::RolledBack));
    // Fusion makes its edges from these; without them a dark window gets light bevels.
    result.setColor(QPalette::Light, dark ? QColor(0x34, 0x39, 0x40) : QColor(0xFF, 0xFF, 0xFF));
    result.setColor(QPalette::Midlight, dark ? QColor(0x2E, 0x33, 0x3A) : QColor(0xEB, 0xED, 0xF0));
    result.setColor(QPalette::Mid, dark ? QColor(0x45, 0x4C, 0x55) : QColor(0xB8, 0xBE, 0xC6));
    result.setColor(QPalette::Dark, dark ? QColor(0x12, 0x14, 0x17) : QColor(0x9C, 0xA3, 0xAC));
    result.setColor(QPalette::Shadow, dark ? QColor(0x08, 0x09, 0x0A) : QColor(0x6E, 0x75, 0x7E));
    const QColor faint = mixed(mutedText, window, 0.45);
    result.setColor(QPalette::Disabled, QPalette::WindowText, faint);
    result.setColor(QPalette::Disabled, QPalette::Text, faint);
    result.setColor(QPalette::Disabled, QPalette::ButtonText, faint);
    result.setColor(QPalette::Disabled, QPalette::Highlight, mixed(window, mutedText, 0.35));
    result.setColor(QPalette::Disabled, QPalette::HighlightedText, window);
    return result;
}

const Theme &Theme::light()
{
    static const Theme theme = makeLight();
    return theme;
}

const Theme &Theme::darkTheme()
{
    static const Theme theme = makeDark();
    return theme;
}

const Theme &Theme::of(const QPalette &palette)
{
    return forScheme(palette.color(QPalette::Active, QPalette::Window).lightness() < 128);
}

QStringList Theme::preferredFontFamilies()
{
    // Measured: all ten digits equally wide. Inter, Cantarell and Ubuntu are not without features.
    return {
        QStringLiteral("Open Sans"), QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans")};
}

QStringList Theme::monospaceFamilies()
{
    return {QStringLiteral("Noto Sans Mono"),
        QStringLiteral("DejaVu Sans Mono"),
        QStringLiteral("Liberation Mono")};
}

QFont Theme::interfaceFont(const QFont &base)
{
    QFont font(base);
    const QString family = firstInstalled(preferredFontFamilies());
    if (!family.isEmpty())
        font.setFamilies({family});
    return font;
}

QFont Theme::monospaceFont(const QFont &base)
{
    QFont font(base);
    const QString family = firstInstalled(monospaceFamilies());
    if (family.isEmpty())
        font.setFamilies(QFontDatabase::systemFont(QFontDatabase::FixedFont).families());
    else
        font.setFamilies({family});
    font.setFixedPitch(true);
    font.setStyleHint(QFont::Monospace);
    return font;
}

QColor mixed(const QColor &a, const QColor &b, qreal share)
{
    const auto channel = [share](int from, int to) {
        return static_cast<int>(std::lround(from + (to - from) * share));
    };
    return {channel(a.red(), b.red()), channel(a.green(), b.green()), channel(a.blue(), b.blue())};
}

qreal contrast(const QColor &a, const QColor &b)
{
    const qreal first = luminance(a);
    const qreal second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}
