#pragma once

#include "kernel/guard/call.hpp"
#include "kernel/guard/route.hpp"
#include "kernel/guard/submissions.hpp"

#include <string_view>

namespace guard
{

/// Runs an unsafe handler of `visitor` so that a submission sent twice has one effect: the key is
/// taken in the transaction of the action; a twin gets the first answer, 409 while it is in flight.
/// An operation whose sender prefers JSON is told {"done":"<where it led>"} instead of a redirect:
/// that alone means that it took effect.
http::Response with_single_effect(Call& call, Submissions& in_flight, std::string_view visitor);

} // namespace guard
