#pragma once

#include "kernel/base/configuration.hpp"
#include "kernel/http/message.hpp"

#include <cstddef>
#include <string_view>

namespace app
{

/// « /bare/14400 » answers that many bytes made of nothing, in test mode only: what a request costs
/// before the product does anything, the yardstick of bin/bench.
class BareAnswer
{
  public:
    static constexpr std::size_t bytes_max = 4'000'000;

    explicit BareAnswer(const base::Configuration& configuration)
        : is_open_(configuration.is_test())
    {
    }
    /// Never outside test mode.
    bool owns(std::string_view path) const;
    /// 404 for what is not a number from 0 to bytes_max. Any thread.
    http::Response answer(const http::Request& request) const;

  private:
    bool is_open_;
};

} // namespace app
