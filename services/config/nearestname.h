#pragma once

#include <QString>
#include <QStringList>

// The known name that was likely meant by one that is not known; empty: none is near.
QString nearestName(const QString &name, const QStringList &known);
