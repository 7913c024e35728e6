#pragma once

#include "kernel/guard/call.hpp"

namespace knowledge
{

/// « Réglages › Base de connaissances », for who writes it.
http::Response list_articles(guard::Call& call);
http::Response new_article(guard::Call& call);
http::Response create_article(guard::Call& call);
http::Response show_article(guard::Call& call);
http::Response update_article(guard::Call& call);
http::Response delete_article(guard::Call& call);

} // namespace knowledge
