#pragma once

#include "kernel/jobs/jobs.hpp"
#include "modules/einvoice/einvoice.hpp"

#include <filesystem>
#include <string_view>
#include <variant>

namespace einvoicing
{

inline constexpr const char* reading_job = "einvoicing.read";

/// What an original says: CII or UBL, bare or inside a PDF (Factur-X, ZUGFeRD, XRechnung), or one
/// sentence why not. Throws std::system_error when it cannot be read or etabli-media not started.
std::variant<einvoice::ReceivedInvoice, einvoice::NotUnderstood>
read_original(const std::filesystem::path& original);

/// Job: a reception becomes a supplier invoice, is one already, or is quarantined; in a transaction
/// of its own.
void run_reading(tenancy::Context& context, const jobs::Job& job);

} // namespace einvoicing
