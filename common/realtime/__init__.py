"""Live topics: one subscription per process and topic, frames encoded once, every process converges.

Writers only say *this topic was touched* (`common.events.TopicTouched`, after commit). Each process that has
subscribers rebuilds the topic's state by a cheap query, compares it with what it sent last, and fans out the
difference. So the order in which events arrive never matters, and a lost one is mended by the next look.
"""

from common.realtime.state import Delta, State, apply, diff
from common.realtime.topic import Topic, register, topic_for, topics

__all__ = ["Delta", "State", "Topic", "apply", "diff", "register", "topic_for", "topics"]
