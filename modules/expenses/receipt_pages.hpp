#pragma once

#include "kernel/files/intake.hpp"
#include "kernel/guard/call.hpp"
#include "kernel/html/ui/files_field.hpp"

#include <string>
#include <vector>

/// Receipts of a form: photos and PDF, nothing else.
namespace expenses
{

/// What a form brought, judged; anything but a photo or a PDF is refused.
files::Intake received_receipts(guard::Call& call);

/// The same for a form that is shown again: nobody chooses twice.
struct HeldReceipts {
    std::vector<ui::HeldFile> files;
    std::string error; ///< why some were refused; empty: none was
};
HeldReceipts held_receipts(guard::Call& call);

} // namespace expenses
