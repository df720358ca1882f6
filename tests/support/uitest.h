#pragma once

#include <QAccessible>
#include <QCoreApplication>
#include <QDir>
#include <QMetaObject>
#include <QPixmap>
#include <QTest>
#include <QWidget>

// Finds a widget by its object name, or fails the test.
#define FIND(Type, owner, name)                                                                    \
    [&] {                                                                                          \
        auto *found = (owner)->findChild<Type *>(QStringLiteral(name));                            \
        if (!found)                                                                                \
            qFatal("no widget named %s", name);                                                    \
        return found;                                                                              \
    }()

namespace UiTest {

// Every node that takes the focus must tell what it is and how it is called. Empty: all do.
inline QStringList namelessNodes(QWidget *root)
{
    QStringList missing;
    const QList<QWidget *> widgets = root->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(root))
            continue;
        if (widget->focusProxy()
            || qstrcmp(widget->metaObject()->className(), "QComboBoxPrivateContainer") == 0)
            continue;
        const QAccessibleInterface *node = QAccessible::queryAccessibleInterface(widget);
        const QString named = widget->objectName() + u" ("
            + QString::fromLatin1(widget->metaObject()->className()) + u')';
        if (!node || node->role() == QAccessible::NoRole)
            missing.append(u"no role: " + named);
        else if (node->text(QAccessible::Name).isEmpty())
            missing.append(u"no name: " + named);
        else if (widget->objectName().isEmpty())
            missing.append(u"no object name: " + named);
    }
    return missing;
}

// Pictures of the window for people to look at: only where ATALAYA_SHOTS names a folder.
inline void shot(QWidget *widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("ATALAYA_SHOTS");
    if (folder.isEmpty())
        return;
    for (int pass = 0; pass < 8; ++pass) // layouts settle from the inside out
        QCoreApplication::processEvents();
    widget->grab().save(QDir(folder).filePath(name + u".png"));
}

} // namespace UiTest
