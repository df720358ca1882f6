#include <chrono>
#include <filesystem>
#include <iterator>
#include <thread>

// Part of every program that the address sanitizer watches. Qt's and OpenSSL's threads are
// detached: who waits for one is told that it ends a moment before its own data is freed. Leaks are
// looked for when the last of them is gone, else that data would be taken for one.
namespace {
struct ThreadEnds
{
    ~ThreadEnds()
    {
        using namespace std::chrono_literals;
        std::error_code error;
        const auto others = [&error] {
            const std::filesystem::directory_iterator tasks("/proc/self/task", error);
            return error ? 0 : std::distance(begin(tasks), end(tasks)) - 1;
        };
        const auto longest = std::chrono::steady_clock::now() + 2s; // it is a moment
        while (others() > 0 && std::chrono::steady_clock::now() < longest)
            std::this_thread::yield();
    }
};
const ThreadEnds threadEnds;
} // namespace
