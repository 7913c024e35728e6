#pragma once

#include "kernel/guard/call.hpp"

/// « Mots et parcours »: the states of a request, its moves and the nouns of the business
/// (/reglages/mots).
namespace settings
{

http::Response show_words(guard::Call& call);
http::Response create_state(guard::Call& call);
http::Response place_state_page(guard::Call& call);
http::Response show_state(guard::Call& call);
http::Response update_state(guard::Call& call);
http::Response delete_state(guard::Call& call);
http::Response show_move(guard::Call& call);
http::Response update_move(guard::Call& call);
http::Response delete_move(guard::Call& call);
http::Response show_vocabulary(guard::Call& call);
http::Response update_vocabulary(guard::Call& call);
http::Response show_word(guard::Call& call);
http::Response update_word(guard::Call& call);

} // namespace settings
