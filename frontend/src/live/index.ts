export type { Delta, Frame, Row, Rows, Snapshot } from './frames'
export { applyFrame, emptyTopic, type TopicState } from './reducer'
export { useTopic, type LiveStatus, type LiveTopic } from './useTopic'
