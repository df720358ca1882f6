#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

// Where a Dockerfile says what a build's log complains about. Lines are 1-based.
struct DockerfilePlace
{
    int line = 0; // the instruction that failed
    QString instruction; // its first line
    int install = 0; // the apt-get install of the same stage before it; 0: none
};

// `instruction` as docker prints it ("RUN pip install …"), the longest common beginning decides;
// nothing when no instruction of the file begins like it.
std::optional<DockerfilePlace> placeInDockerfile(
    const QByteArray &text, const QString &instruction);
