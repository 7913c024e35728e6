#pragma once

#include "kernel/guard/call.hpp"

#include <string>

namespace templates
{

/// "/e/charpentes/reglages/modeles" and what is below.
html::Url templates_path(const guard::Call& call, const std::string& rest = {});

http::Response list_templates(guard::Call& call);
http::Response create_template(guard::Call& call);
http::Response choose_for_types(guard::Call& call);
http::Response show_template(guard::Call& call);
http::Response update_template(guard::Call& call);
http::Response restore_template(guard::Call& call);
http::Response delete_template(guard::Call& call);
/// The PDF of a sample as it is being typed, or the form again with what is wrong; nothing is
/// written.
http::Response show_typed_paper(guard::Call& call);

} // namespace templates
