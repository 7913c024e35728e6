#pragma once

#include "kernel/base/ids.hpp"

#include <cstdint>

namespace db
{

/// Makes ids by the process, never the database: 63 bits = 41 of milliseconds since
/// 2026-01-01Z, 10 of process lease, 12 of counter; a full counter borrows the next millisecond.
/// Unique across restarts, processes and clocks that go back. Thread-safe. Throws db::Unavailable
/// once the lease has expired.
class IdMaker
{
  public:
    virtual ~IdMaker() = default;
    virtual std::int64_t next() = 0;

    template <class IdType>
    IdType make()
    {
        return IdType{next()};
    }
};

} // namespace db
