#pragma once

#include "kernel/base/assert.hpp"

namespace db
{

/// Marks the thread that runs a closure of Database::write or read: a transaction inside another is
/// a programming error (on SQLite the writer would wait for itself).
class InsideTransaction
{
  public:
    InsideTransaction()
    {
        assert_outside();
        inside() = true;
    }
    ~InsideTransaction() { inside() = false; }
    InsideTransaction(const InsideTransaction&) = delete;
    InsideTransaction& operator=(const InsideTransaction&) = delete;

    static bool here() { return inside(); }
    static void assert_outside()
    {
        const bool nested_transaction = inside();
        KERNEL_ASSERT(!nested_transaction);
    }

  private:
    static bool& inside()
    {
        thread_local bool inside = false;
        return inside;
    }
};

} // namespace db
