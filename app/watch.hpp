#pragma once

#include "app/alarms.hpp"
#include "app/application.hpp"

#include <thread>

namespace app
{

/// What the process counted so far, for the difference of one minute.
struct Counted {
    std::int64_t errors = 0;
    std::int64_t answers = 0;
    std::int64_t slow_answers = 0;
};
Counted counted_so_far();

Reading read_installation(Application& application, const Counted& before, const Counted& now);

/// Every minute: looks at errors, slowness, failed jobs, waiting mail, the disk and the backups,
/// and says in the log what begins; the operator is written to as well (ETABLI_ALERT_EMAIL). A look
/// that fails is logged.
class Watch
{
  public:
    explicit Watch(Application& application);

  private:
    std::jthread thread_;
};

} // namespace app
