#include "fuzz/flytomlbytes.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    const QString troubles = FUZZ_TROUBLES(text);
    if (!troubles.isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(troubles));
        std::abort();
    }
    return 0;
}
