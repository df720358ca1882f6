#pragma once

#include "core/result.h"

#include <QList>
#include <QString>

#include <chrono>

class QSslCertificate;

// The user's words for how connections leave this computer, in the current language.
namespace WordsNetwork {
// For errors that have a sentence of their own: certificates, proxies, CA files; else empty.
QString problem(const Error &error);
QString brief(const Error &error); // for the mark at an account; else empty
bool isMendedBySettings(const Error &error); // of the network: proxy, CA file
QString authorities(const QList<QSslCertificate> &certificates); // what a CA file holds
// Empty while the two clocks agree about. `ahead`: the platform's, of ours.
QString clocksDiffer(std::chrono::milliseconds ahead);
} // namespace WordsNetwork
