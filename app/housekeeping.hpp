#pragma once

#include "kernel/db/database.hpp"

#include <thread>

namespace app
{

/// Once an hour, and at start: forgets sessions, links and counters nobody can use any more, form
/// keys older than a day, and notifications older than 90 days; indexes workspaces that the present
/// tokenizer has not indexed; asks for the nightly sweep of files. A failure is logged and tried
/// again the next hour.
class Housekeeping
{
  public:
    explicit Housekeeping(db::Database& database);

  private:
    std::jthread thread_;
};

/// One round, for the thread and for tests.
void keep_house(db::Database& database);

} // namespace app
