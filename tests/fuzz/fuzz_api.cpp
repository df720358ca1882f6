#include "fuzz/apibodies.h"

#include <cstdint>
#include <cstdlib>

// libFuzzer calls it with ever new bytes. What cannot be read is an error with words; everything
// else is the sanitizers' to find.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray body(reinterpret_cast<const char *>(data), qsizetype(size));
    const Result<void> read = readApiBody(ApiBody::FUZZ_BODY, body);
    if (!read && read.error().detail.isEmpty())
        std::abort();
    return 0;
}
