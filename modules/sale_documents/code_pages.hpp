#pragma once

#include "kernel/forms/form.hpp"
#include "kernel/guard/call.hpp"
#include "modules/sale_documents/code_actions.hpp"
#include "modules/sale_documents/line_forms.hpp"

#include <string_view>

namespace sale_documents
{

/// A code as it was typed at the end of the editor.
struct TypedCode {
    std::string_view text;
    CodeBearer bearer;
    const TypedLines& lines;
};
/// What it takes off today; what refuses it is said at « code », then nothing is taken.
std::optional<Promotion> read_code(guard::Call& call, forms::Errors& errors,
                                   const TypedCode& typed);

} // namespace sale_documents
