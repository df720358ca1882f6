#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

// A value that must not be seen: no stream operator, no formatter, no conversion to QString, so
// that logging it does not compile. Wiped when the last copy dies. Thread-safe to copy.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArray value); // the argument is wiped

    [[nodiscard]] bool isEmpty() const;
    // For the one place that puts it on the wire. Never store or log the result.
    [[nodiscard]] QByteArray reveal() const;
    bool operator==(const Secret &other) const;

private:
    struct Bytes;
    std::shared_ptr<const Bytes> m_bytes;
};
