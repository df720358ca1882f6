#include "config/nearestname.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace {
// Changes of one letter, and neighbours that changed places, that lead from one word to the other.
int distance(QStringView left, QStringView right)
{
    std::vector<int> before(static_cast<std::size_t>(right.size()) + 1);
    std::iota(before.begin(), before.end(), 0);
    std::vector<int> beforeThat;
    std::vector<int> row(before.size());
    for (qsizetype i = 0; i < left.size(); ++i) {
        row[0] = static_cast<int>(i) + 1;
        for (qsizetype j = 0; j < right.size(); ++j) {
            const auto at = static_cast<std::size_t>(j);
            const int swapped = i > 0 && j > 0 && left[i] == right[j - 1] && left[i - 1] == right[j]
                ? beforeThat[at - 1] + 1
                : before[at] + 2;
            row[at + 1] = std::min({before[at + 1] + 1,
                row[at] + 1,
                before[at] + (left[i] == right[j] ? 0 : 1),
                swapped});
        }
        beforeThat = std::exchange(before, row);
    }
    return before.back();
}
} // namespace

QString nearestName(const QString &name, const QStringList &known)
{
    constexpr qsizetype longest = 40;
    if (name.size() > longest)
        return {};
    QString nearest;
    int best = static_cast<int>(std::min<qsizetype>(3, name.size() / 3)) + 1;
    for (const QString &candidate : known) {
        if (candidate.size() > 2 * longest)
            continue;
        const int steps = distance(name, candidate);
        if (steps < best) {
            best = steps;
            nearest = candidate;
        }
    }
    return nearest;
}
