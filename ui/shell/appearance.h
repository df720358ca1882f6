#pragma once

#include "settings/settings.h"

#include <QDBusVariant>
#include <QObject>

#include <functional>

// Fusion with our own palettes, light or dark, switched live. "System" follows the desktop's
// preference where org.freedesktop.portal.Settings can be asked, and is light elsewhere.
class Appearance final : public QObject
{
    Q_OBJECT

public:
    explicit Appearance(Settings &settings, bool askDesktop = true, QObject *parent = nullptr);

    [[nodiscard]] Settings::Theme choice() const { return m_choice; }
    [[nodiscard]] bool dark() const { return m_dark; }
    void choose(Settings::Theme theme); // stored

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void portalSettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void askPortal();
    void readPortal(const std::function<void()> &then);
    void apply();

    Settings &m_settings;
    Settings::Theme m_choice = Settings::Theme::System;
    bool m_desktopIsDark = false;
    bool m_dark = false;
    bool m_applied = false;
};
