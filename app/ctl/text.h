#pragma once

#include <QCoreApplication>

// The translation context of atalayactl.
struct CtlText
{
    Q_DECLARE_TR_FUNCTIONS(Ctl)
};
