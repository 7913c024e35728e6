#pragma once

#include "kernel/db/signals.hpp"
#include "kernel/live/hub.hpp"

namespace live
{

/// Several processes on one PostgreSQL: what each publishes after its commits reaches the streams
/// of the others.
class Bridge
{
  public:
    Bridge(const db::DatabaseOptions& options, Hub& hub);
    ~Bridge();
    Bridge(const Bridge&) = delete;
    Bridge& operator=(const Bridge&) = delete;

  private:
    db::Signals signals_;
};

} // namespace live
