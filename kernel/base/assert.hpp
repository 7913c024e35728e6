#pragma once

namespace base
{

/// Prints the condition and aborts: a bug, never an input. Stays on in release.
[[noreturn]] void assertion_failed(const char* condition, const char* file, int line);

} // namespace base

#define KERNEL_ASSERT(condition)                                                                   \
    do {                                                                                           \
        if (!(condition)) ::base::assertion_failed(#condition, __FILE__, __LINE__);                \
    } while (false)
