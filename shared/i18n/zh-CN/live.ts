/** 与服务器的连接：大屏和会议页面用。 */
export const live = {
  /** 画面上的小字：数字还在，只是可能不是最新。 */
  states: {
    connected: '已连接',
    reconnecting: '连接中断，正在重连',
    signedOut: '登录已失效',
  },
  away: {
    title: '暂时连不上服务器',
    body: '服务器恢复后，本页自动重新载入，无需操作。',
  },
};
