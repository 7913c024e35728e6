#include <string>
#include <utility>

std::size_t moved(std::string text)
{
    const std::string kept = std::move(text);
    return kept.size() + text.size();
}
