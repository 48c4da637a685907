export const accounts = {
  username: '用户名',
  password: '密码',
  signIn: '登录',
};
