#pragma once

#include "kernel/db/database.hpp"
#include "kernel/http/message.hpp"
#include "kernel/http/server.hpp"

#include <string>
#include <string_view>

namespace app
{

/// `/healthz`: the process answers. `/readyz`: it can also read its database. On any host.
class Health
{
  public:
    explicit Health(db::Database& database) : database_(database) {}
    bool owns(std::string_view path) const { return path == "/healthz" || path == "/readyz"; }
    http::Response answer(const http::Request& request) const;

  private:
    db::Database& database_;
};

/// Prometheus text of what the process counts.
std::string metrics_text(const http::ServerStatistics& statistics);

} // namespace app
