#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

// The answers of the platform that are read field by field, for fuzzing and for its corpora.
enum class ApiBody
{
    Machines,
    Release,
    Lease,
    GraphQl,
    Logs
};

// Has the client read `body` as the platform's answer with status 200.
Result<void> readApiBody(ApiBody kind, const QByteArray &body);
// The folder of its corpus below tests/fuzz/corpora.
QString corpusOf(ApiBody kind);
