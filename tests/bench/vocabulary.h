// Words of English-like letters and lengths; few of them make most of a text, as in any language. For searching, where the
// number of different words matters; never for compression, which invented words would flatter or hurt.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/seededrandom.h"

namespace ourtable::bench {

class Vocabulary {
public:
    Vocabulary()
    {
        constexpr std::string_view letters = "ttttttttttttttttaaaaaaaaaaaassssssshhhhhhwwwwwwwiiiiiiioooooobbbbbmmmm"
                                             "ffffcccclllddddpppnneegrryuvjkqxz";
        double total = 0;
        for (std::size_t i = 0; i < kWords; ++i) {
            std::string word(i < 200 ? 2 + m_random.below(4) : 3 + m_random.below(8), ' ');
            for (char &letter : word)
                letter = letters[m_random.below(letters.size())];
            m_words.push_back(std::move(word));
            m_upTo.push_back(total += 1.0 / static_cast<double>(i + 10));
        }
    }
    [[nodiscard]] const std::string &pick(test::SeededRandom &random) const
    {
        const double at = m_upTo.back() * static_cast<double>(random.next() >> 11) / 9007199254740992.0;
        const auto found = std::upper_bound(m_upTo.begin(), m_upTo.end(), at);
        return m_words[std::min<std::size_t>(static_cast<std::size_t>(found - m_upTo.begin()), kWords - 1)];
    }

private:
    static constexpr std::size_t kWords = 12'000;
    test::SeededRandom m_random{42};
    std::vector<std::string> m_words;
    std::vector<double> m_upTo;
};

} // namespace ourtable::bench
