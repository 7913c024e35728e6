#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/html/html.hpp"
#include "kernel/http/message.hpp"

#include <chrono>
#include <string_view>

namespace guard
{

class Call;

/// What a device did, perhaps without network: `_operation` is the UUID it made for it, and sending
/// it again has no second effect, whatever session or moment (web/controllers/outbox.ts). Lower
/// case, as crypto.randomUUID writes it; empty when the form has none or it is not one.
std::string_view operation_of(const http::Request& request);
/// The UUID of the dispatch it comes with (`_batch`): one action for the limits. Empty outside an
/// operation.
std::string_view batch_of(const http::Request& request);

/// How long an operation is remembered: a device that was lost in a drawer still sends it once.
inline constexpr std::chrono::hours operations_kept_for{24 * 90};
/// Older than that, the writing is dated by its arrival.
inline constexpr std::chrono::hours written_before_max{24 * 30};

/// When the person wrote what this form brings: now, less the age in seconds that the device gives
/// (`_written_ago`); its clock may be wrong by years. No age, a negative one, more than
/// `written_before_max`: now. The time of arrival stays base::now(): keep both where both are
/// shown.
base::Instant written_at(const Call& call);

/// The empty element « #offline » of a page: where scripts say what waits on this device, and the
/// mark of the account it waits for, one per person and side. Nothing for nobody.
html::Html device_mark(const Call& call);

} // namespace guard
