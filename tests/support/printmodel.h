#pragma once

#include <QStringList>

class QAbstractItemModel;

// A model as indented lines, columns separated by " | ": for comparison with an expected tree.
QStringList printModel(const QAbstractItemModel &model);
