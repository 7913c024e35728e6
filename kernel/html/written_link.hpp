#pragma once

#include "kernel/html/core.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace html
{

/// Where a link written by somebody leads: another site, a mailbox or a telephone, nothing else.
/// Our own links are Url.
class WrittenLink
{
  public:
    const std::string& text() const { return text_; }
    /// Leads to a page, which a browser can open beside this one.
    bool is_page() const { return text_.starts_with("http"); }

  private:
    friend std::optional<WrittenLink> written_link(std::string_view address);
    explicit WrittenLink(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

/// "http://…", "https://…", "mailto:…" and "tel:…" of at most 2 000 bytes; the scheme in lower
/// case, what no address holds percent-encoded. Nothing otherwise. written_link(link.text()) is the
/// same link.
std::optional<WrittenLink> written_link(std::string_view address);

Attribute href(const WrittenLink& link);

} // namespace html
