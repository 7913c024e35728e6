#pragma once

#include "kernel/guard/call.hpp"
#include "modules/letters/letter.hpp"

#include <string>

namespace letters
{

/// "/e/charpentes/courriers" and what is below.
html::Url letters_path(const guard::Call& call, const std::string& rest = {});

http::Response list_letters(guard::Call& call);
http::Response new_letter(guard::Call& call);
http::Response create_letter(guard::Call& call);
/// On the page of a client.
html::Html client_letters_panel(guard::Call& call);

/// The editor of a draft; of what left, its versions.
http::Response show_letter(guard::Call& call);
http::Response update_letter(guard::Call& call);
http::Response delete_letter(guard::Call& call);
http::Response create_version(guard::Call& call);
http::Response show_letter_page(guard::Call& call);
http::Response show_typed_letter_pages(guard::Call& call);
http::Response show_typed_letter_paper(guard::Call& call);

http::Response confirm_sending(guard::Call& call);
http::Response create_sending(guard::Call& call);
/// The PDF of a version that left: "version" of the query, the last one without.
http::Response serve_paper(guard::Call& call);

} // namespace letters
