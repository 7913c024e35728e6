#pragma once

#include "kernel/forms/field_types.hpp"
#include "kernel/forms/form.hpp"
#include "modules/knowledge/article.hpp"

#include <boost/describe/class.hpp>

#include <optional>

/// What pages take. Lengths are code points.
namespace knowledge
{

struct SaveArticle {
    forms::Text<3, 120> title;
    forms::Text<0, 200> keywords;
    forms::LongText<1, 20'000> body;
    Publication publication = Publication::draft;
    std::optional<forms::Number<1, 1'000'000'000>> version; ///< what the page showed
};
BOOST_DESCRIBE_STRUCT(SaveArticle, (), (title, keywords, body, publication, version))

struct ConfirmSolved {
    ArticleId article;
};
BOOST_DESCRIBE_STRUCT(ConfirmSolved, (), (article))

} // namespace knowledge
