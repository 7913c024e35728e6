#pragma once

#include "kernel/forms/form.hpp"
#include "kernel/presets/preset.hpp"
#include "kernel/tenancy/actor.hpp"
#include "modules/tickets/ticket_forms.hpp"

#include <boost/describe/class.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace tickets
{

/// What a client says his request is about, where the trade asks it instead of a title and a
/// priority: « Technique », « Facturation ». Empty for the others.
const std::vector<presets::Choice>& request_types(const tenancy::Workspace& workspace);
/// Its word; empty for a code the trade does not have.
std::string request_type_label(const tenancy::Workspace& workspace, std::string_view code);

/// What the team reads of it in a list: the first line of the text, or the type when that is too
/// short to be a title.
std::string title_from(std::string_view text, const std::string& type_label);

/// A client's own request, where the trade asks its type.
struct OpenTypedRequest {
    forms::Text<1, 60> type; ///< code of a request type
    ProjectId project;
    Body description;
};
BOOST_DESCRIBE_STRUCT(OpenTypedRequest, (), (type, project, description))

} // namespace tickets
