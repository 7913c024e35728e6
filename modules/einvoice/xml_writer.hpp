#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace einvoice
{

/// XML 1.0 in UTF-8, without blanks between elements: the same calls give the same bytes. Names are
/// the program's own; texts may be anything: what XML has no place for (control characters, bytes
/// that are no UTF-8) becomes U+FFFD.
class XmlWriter
{
  public:
    using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

    XmlWriter();
    void text(std::string_view name, std::string_view words, Attributes attributes = {});
    /// Nothing for no words.
    void text_if(std::string_view name, std::string_view words, Attributes attributes = {});
    /// An element around what `inside` writes.
    template <class Inside>
    void in(std::string_view name, Attributes attributes, Inside inside)
    {
        open(name, attributes);
        inside();
        close(name);
    }
    template <class Inside>
    void in(std::string_view name, Inside inside)
    {
        in(name, {}, std::move(inside));
    }
    std::string take() { return std::move(bytes_); }

  private:
    void open(std::string_view name, Attributes attributes);
    void close(std::string_view name);

    std::string bytes_;
};

} // namespace einvoice
