import { normaliseHeader } from './normalise-header';

/** Class C3 of JR/T 0171-2020. */
const secret =
  /^(.*pass(?:word|wd|code|phrase).*|.*pwd|pin|pincode|cardpin|.*cvv2?|.*cvc2?|(?:card)?securitycode|otp|otpcode|track[12](?:data)?|.*fingerprint.*|face(?:id|feature|print|data).*|voiceprint.*|biometric.*|.*密码|.*口令|.*(?:验证|校验|安全|动态)码|cvv2?码?|.*磁道.*|.*(?:指纹|人脸|虹膜|声纹|生物特征).*)$/u;

/** Whether a column holds passwords, codes of cards or messages, or biometrics: never imported. */
export const isSecret = (header: string): boolean => secret.test(normaliseHeader(header).text);
