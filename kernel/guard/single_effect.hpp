#pragma once

#include "kernel/guard/call.hpp"
#include "kernel/guard/route.hpp"
#include "kernel/guard/submissions.hpp"

#include <string>

namespace guard
{

/// What a submission is known by: the visitor, the address, the form's own key and the fields.
struct Submission {
    std::string visitor;
    std::string form_key; ///< empty: not protected
};

/// Runs an unsafe handler so that a submission sent twice has one effect: the key is
/// taken in the transaction of the action; a twin gets the first answer, 409 while it is in flight.
http::Response with_single_effect(Call& call, Submissions& in_flight, const Submission& submission);

} // namespace guard
