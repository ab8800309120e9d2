#include "workflow/transition.h"

#include <gtest/gtest.h>

namespace haidang::workflow {
namespace {

using enum State;

// The law as it should be, every state against every event; "-" is refused.
TEST(Transition, TheWholeTable) {
  constexpr State kStates[] = {draft, submitted, approved, scheduled, published, withdrawn};
  constexpr Event kEvents[] = {Event::save, Event::submit, Event::approve, Event::publish, Event::withdraw};
  const char* kExpected[6][5] = {{"draft", "submitted", "-", "published", "-"},
                                 {"submitted", "-", "approved", "-", "-"},
                                 {"draft", "-", "-", "published", "-"},
                                 {"draft", "-", "-", "published", "-"},
                                 {"published", "-", "-", "published", "withdrawn"},
                                 {"withdrawn", "-", "-", "published", "-"}};
  for (std::size_t s = 0; s < 6; ++s)
    for (std::size_t e = 0; e < 5; ++e) {
      const auto next = next_state(kStates[s], kEvents[e]);
      EXPECT_EQ(next ? to_string(*next) : "-", kExpected[s][e])
          << to_string(kStates[s]) << " + " << to_string(kEvents[e]);
    }
}

TEST(State, NamesGoBothWays) {
  for (const State state : {draft, submitted, approved, scheduled, published, withdrawn})
    EXPECT_EQ(state_from(to_string(state)), state);
  EXPECT_FALSE(state_from("gone").has_value());
}

}  // namespace
}  // namespace haidang::workflow
