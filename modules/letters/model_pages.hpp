#pragma once

#include "kernel/guard/call.hpp"

#include <string>

namespace letters
{

/// "/e/charpentes/reglages/lettres-types" and what is below.
html::Url models_path(const guard::Call& call, const std::string& rest = {});

http::Response list_models(guard::Call& call);
http::Response create_model(guard::Call& call);
http::Response choose_models(guard::Call& call);
http::Response show_ready_picture(guard::Call& call);
http::Response show_model_picture(guard::Call& call);

http::Response show_model(guard::Call& call);
http::Response update_model(guard::Call& call);
http::Response restore_model_version(guard::Call& call);
http::Response delete_model(guard::Call& call);
/// One page of a letter that begins with the model as it is saved; "client" of the query says
/// whose.
http::Response show_model_page(guard::Call& call);
/// The same as it is being typed; nothing is written.
http::Response show_typed_model_pages(guard::Call& call);
http::Response show_typed_model_paper(guard::Call& call);

} // namespace letters
