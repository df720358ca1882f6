#include "deploy/journal.h"

QString usualKey(Step step, Segment segment)
{
    QString key = stepName(step);
    if (segment != Segment::Work) {
        key += QLatin1Char('/');
        key += segmentName(segment);
    }
    return key;
}
