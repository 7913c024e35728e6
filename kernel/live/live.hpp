#pragma once

#include "kernel/guard/site.hpp"
#include "kernel/live/hub.hpp"

namespace live
{

/// Declares the routes of the stream, its topics and presence, for both sides.
void describe(guard::Site& site);

/// Serves those routes while it lives: without one they answer 503 and pages ask now and then.
class Service
{
  public:
    explicit Service(const guard::Site& site);
    ~Service();
    Service(const Service&) = delete;
    Service& operator=(const Service&) = delete;

    Hub& hub() { return hub_; }

  private:
    Hub hub_;
};

} // namespace live
